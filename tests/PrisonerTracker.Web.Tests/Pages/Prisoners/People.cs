using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>An application whose register has two published people who differ in everything lists filter by, and a draft of a third.</summary>
public sealed class People(RegisterDatabases databases) : IAsyncLifetime
{
    public RegisterApp App { get; } = new(databases);

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await using var work = App.Work();

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var hanna = await work.PrisonerAsync(new PrisonerDetails
        {
            Names =
            [
                new NameDetails { Full = "Hanna Žuk", Given = "Hanna", Family = "Žuk" },
                new NameDetails { Full = "Ганна Жук", Language = "be" },
                new NameDetails { Full = "Анна Жук", Language = "ru" },
            ],
            Gender = Gender.Female,
        });
        var ended = await work.Imprisonments.AddAsync(
            hanna, Valid.Imprisonment("2020-09") with { Charges = [new ChargeDetails { Article = "357 part 1" }] }, Valid.Submission());
        await work.Releases.RecordAsync(
            ended.Subjects[1], 1, Valid.Release("2025-12-13") with { Ground = ReleaseGround.Pardon, DestinationCountry = "LT" }, Valid.Submission());

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var barys = await work.PrisonerAsync(Valid.Prisoner("Barys Adamovich") with { Gender = Gender.Male });
        await work.Imprisonments.AddAsync(
            barys,
            Valid.Imprisonment("2023-05-20") with
            {
                Country = "RU",
                Charges = [new ChargeDetails { Article = "205.2" }],
                Sentences = [new SentenceDetails { Penalty = Penalty.Imprisonment, Term = Term.Of(5) }],
            },
            Valid.Submission());

        var draft = await work.Prisoners.AddAsync(Valid.Prisoner("Cichan Draft"), Valid.Submission());
        await work.Imprisonments.AddAsync(draft.Subjects[0], Valid.Imprisonment("2024"), Valid.Submission());
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
