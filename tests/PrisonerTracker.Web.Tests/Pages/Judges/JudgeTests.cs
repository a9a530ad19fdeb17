using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Judges;

public sealed class JudgeTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_JudgeOfAPublishedCase_ShowsTheDecisionsAndIsUnverifiedUntilCited()
    {
        await using var work = app.Work();
        var decision = new SentenceDetails
        {
            Court = LocalizedText.English("Court of Words"),
            Judge = LocalizedText.English("Judge Wordy"),
            DecidedOn = PartialDate.Parse("2023-03-03"),
            Penalty = Penalty.Imprisonment,
            Regime = Regime.General,
            Term = Term.Of(4),
        };
        await work.HeldAsync("Judged Person", Valid.Imprisonment("2022-01") with { Sentences = [decision] });
        var draft = await work.Prisoners.AddAsync(Valid.Prisoner("Draft Person"), Valid.Submission());
        await work.Imprisonments.AddAsync(draft.Subjects[0], Valid.Imprisonment("2022-01") with { Sentences = [decision] }, Valid.Submission());
        using var reader = app.Browser();
        using var editor = await app.SignInAsync(Role.Editor);
        var address = (await reader.PageAsync("/prisoners/judged-person")).QuerySelector("main a[href^='/judges/']")!.GetAttribute("href")!;

        var before = await reader.PageAsync(address);
        using var edited = await editor.PostAsync(address.Replace("/judges/", "/judges/edit/", StringComparison.Ordinal), ("Input.Name.Russian", "Судья"), ("Source.Publisher", "Judge Guide"));
        var after = await reader.PageAsync(edited.SentTo());

        Assert.Equal("1 decision", before.QuerySelector("main [role=status]")!.Words());
        var row = before.QuerySelector("main tbody tr")!;
        Assert.Equal("Judged Person 3 March 2023 Court of Words Verdict, 4 years, imprisonment, general regime", row.Words(), ignoreCase: true);
        Assert.Contains("Unverified", before.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Unverified", after.MainText(), StringComparison.Ordinal);
        Assert.Equal("Судья", after.Fact("Name (ru)"));
        Assert.Contains("1 person", (await reader.PageAsync("/judges")).QuerySelector("main li")!.Words(), StringComparison.Ordinal);
        Assert.Equal("2 decisions", (await editor.PageAsync(address)).QuerySelector("main section [role=status]")!.Words());
    }
}
