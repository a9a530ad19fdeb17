using System.Net;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.CreditRules;

public sealed class EditTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly (string Field, string Value)[] Rule =
        [("Input.Country", "LV"), ("Input.Penalty", "Imprisonment"), ("Input.Regime", "General"), ("Input.CustodyDays", "2"), ("Input.TermDays", "3")];

    [Fact]
    public async Task Post_Rule_IsAddedUsedChangedAndRefusedWhereAnotherHolds()
    {
        await using var work = app.Work();
        await work.HeldAsync("Credited Person", Valid.Imprisonment("2022-01-01") with
        {
            Country = "LV",
            Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022-04-11"), InForceOn = PartialDate.Parse("2022-04-11"), Penalty = Penalty.Imprisonment, Regime = Regime.General, Term = Term.Of(2) }],
        });
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        Assert.StartsWith("Cannot be computed", (await reader.PageAsync("/prisoners/credited-person")).Fact("Expected end of term"), StringComparison.Ordinal);

        using var added = await editor.PostAsync("/credit-rules/edit", [.. Rule]);
        Assert.Equal("/credit-rules", added.SentTo());
        Assert.StartsWith("12 November 2023 (by an unverified rule)", (await reader.PageAsync("/prisoners/credited-person")).Fact("Expected end of term"), StringComparison.Ordinal);

        using var twice = await editor.PostAsync("/credit-rules/edit", [.. Rule, ("Input.ValidFrom", "2025-01-01")]);
        Assert.Contains(
            "Another rule for the same country, penalty and regime holds on some of these days: 2 of custody for 3 of the term, at any time.",
            (await twice.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_ValidFrom"), StringComparison.Ordinal);

        var change = (await editor.PageAsync("/credit-rules")).QuerySelectorAll("main a[href^='/credit-rules/edit/']").Select(a => a.GetAttribute("href")!).ToList();
        var address = change[^1];
        foreach (var candidate in change)
        {
            if ((await editor.PageAsync(candidate)).ValueAt("Input_Country") == "LV")
                address = candidate;
        }

        var form = await editor.PageAsync(address);
        using var verified = await editor.PostAsync(address, ("Input.IsVerified", "true"));
        Assert.NotNull((await verified.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_Source"));
        using var changed = await editor.PostAsync(address, ("Input.IsVerified", "true"), ("Input.Source", "A law"), ("Input.TermDays", "4"));
        changed.SentTo();
        Assert.StartsWith("23 September 2023", (await reader.PageAsync("/prisoners/credited-person")).Fact("Expected end of term"), StringComparison.Ordinal);
        using var late = await editor.SubmitAsync(form, address, [("Input.TermDays", "2")]);
        await late.DocumentAsync(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("Input.Country", "")]
    [InlineData("Input.CustodyDays", "0")]
    [InlineData("Input.TermDays", "many")]
    [InlineData("Input.ValidFrom", "2021-06")]
    [InlineData("Input.SourceAddress", "javascript:alert(1)")]
    public async Task Post_WrongField_SaysSoThere(string field, string value)
    {
        using var editor = await app.SignInAsync(Role.Editor);

        using var answer = await editor.PostAsync("/credit-rules/edit", [.. Rule.Where(r => r.Field != field), (field, value)]);

        Assert.False(string.IsNullOrEmpty((await answer.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt(field.Replace('.', '_'))));
    }
}
