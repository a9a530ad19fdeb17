using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Solidarity;

/// <summary>
/// An application on 15 January 2026 whose register has held people with birthdays, terms and addresses, and others who must be on no list:
/// a draft, one who was freed, and one whose birth date, place and address are withheld.
/// </summary>
public sealed class Inside(RegisterDatabases databases) : IAsyncLifetime
{
    public const string Cyrillic = "Алесь Вясна\nвул. Леніна 1\n213410, г. Горкі\nМагілёўская вобл., Беларусь";
    public const string Latin = "Ales Viasna\nvul. Lienina 1\n213410 Horki\nBELARUS";

    public RegisterApp App { get; } = new(databases);

    public Guid AlesId { get; private set; }

    public Guid FreedImprisonmentId { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        await using var work = App.Work();
        var source = new CitationDetails(await work.SourceAsync("The Gazette"), "p. 3");
        await work.Catalogue.AddFacilityAsync(
            new FacilityDetails
            {
                Country = "BY",
                Name = LocalizedText.English("Colony of Horki"),
                Kind = FacilityKind.Colony,
                PostalAddress = LocalizedText.Empty.With("ru", "213410, г. Горки, ул. Ленина 1"),
                LetterRules = LocalizedText.English("Letters are to be written in Russian or Belarusian."),
                Citations = [source],
            },
            Valid.Submission());

        AlesId = await work.PrisonerAsync(new PrisonerDetails
        {
            Names = [new NameDetails { Full = "Ales Viasna" }, new NameDetails { Full = "Алесь Вясна", Language = "be" }],
            BornOn = PartialDate.Parse("1980-01-17"),
        });
        await work.Imprisonments.AddAsync(
            AlesId,
            Valid.Imprisonment("2021-05-01") with
            {
                Sentences = [new SentenceDetails { Penalty = Penalty.Imprisonment, Regime = Regime.Strict, Term = Term.Of(4, 10), DecidedOn = PartialDate.Parse("2021-10-01") }],
                Placements = [new PlacementDetails { Facility = LocalizedText.English("Colony of Horki"), FromOn = PartialDate.Parse("2022-01") }],
            },
            Valid.Submission());
        await work.Facts.AddAsync(
            AlesId,
            new LetterAddressDetails { Lines = Cyrillic, Language = "be", Passage = LetterPassage.Partly, KnownOn = PartialDate.Parse("2025-11"), Note = LocalizedText.English("Only from relatives."), Citations = [source] },
            Valid.Submission());
        await work.Facts.AddAsync(AlesId, new LetterAddressDetails { Lines = Latin, Language = "be-Latn" }, Valid.Submission());

        await HeldAsync(work, "Barys Month", "1975-01");
        await HeldAsync(work, "Cecylia Later", "1990-01-28");
        await HeldAsync(work, "Daria About", "1981-01-16~");
        var placed = await HeldAsync(work, "Eva Placed", "1981", new PlacementDetails { Facility = LocalizedText.English("Colony of Horki"), SeenOn = PartialDate.Parse("2025-10") });
        await work.Facts.AddAsync(placed, new LetterAddressDetails { Passage = LetterPassage.No, KnownOn = PartialDate.Parse("2025-12") }, Valid.Submission());

        var hidden = await HeldAsync(work, "Hleb Partly", "1970-01-18", new PlacementDetails { Facility = LocalizedText.English("Colony of Horki"), FromOn = PartialDate.Parse("2024") });
        await work.Facts.AddAsync(hidden, new LetterAddressDetails { Lines = "Hidden street 1", Citations = [source] }, Valid.Submission());
        await work.Prisoners.SetConsentAsync(
            hidden, 1,
            new ConsentDetails { Consent = Consent.Given, By = "A sister", WithheldParts = [PersonPart.BirthDate, PersonPart.LetterAddresses, PersonPart.Placements] },
            Valid.Submission("She asked for it"));

        var draft = await HeldAsync(work, "Ihar Draft", "1970-01-16");
        await work.Facts.AddAsync(draft, new LetterAddressDetails { Lines = "Draft street 1" }, Valid.Submission());
        await work.Prisoners.SetPublicationAsync(draft, Publication.Draft, Valid.Submission());

        var freed = await work.PrisonerAsync(Valid.Prisoner("Jan Freed") with { BornOn = PartialDate.Parse("1970-01-16") });
        FreedImprisonmentId = (await work.Imprisonments.AddAsync(freed, Valid.Imprisonment("2022"), Valid.Submission())).Subjects[1];
        await work.Facts.AddAsync(freed, new LetterAddressDetails { Lines = "Former street 1" }, Valid.Submission());
        await work.Releases.RecordAsync(FreedImprisonmentId, 1, Valid.Release(), Valid.Submission());
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static async Task<Guid> HeldAsync(Work work, string name, string born, params PlacementDetails[] placements)
    {
        var id = await work.PrisonerAsync(Valid.Prisoner(name) with { BornOn = PartialDate.Parse(born) });
        await work.Imprisonments.AddAsync(id, Valid.Imprisonment("2023-05") with { Placements = placements }, Valid.Submission());
        return id;
    }
}
