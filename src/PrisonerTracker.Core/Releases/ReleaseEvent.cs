using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Releases;

public enum ReleaseEventKind
{
    Other,
    Amnesty,
    Pardon,
    Exchange,
    Negotiated,
}

/// <summary>Many releases that happened together. What was announced, who was named and what was given are kept apart.</summary>
public sealed class ReleaseEvent : Fact, ILabelled
{
    public const int SlugLength = 120;
    public const int TextLength = 500;
    public const int MostAnnounced = 1_000_000;

    private readonly List<Concession> _concessions = [];
    private readonly List<Party> _parties = [];
    private readonly List<NamedPerson> _named = [];
    private readonly List<Claim> _claims = [];

    private ReleaseEvent()
    {
    }

    public Guid ReleaseEventId { get; private set; } = Guid.CreateVersion7();
    public string Slug { get; private set; } = "";
    public Publication Publication { get; private set; }
    public bool IsFictional { get; private set; }
    public ReleaseEventKind Kind { get; private set; }
    public string Country { get; private set; } = "";
    public PartialDate HappenedOn { get; private set; } = null!;
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public string Label => Title.ToString();
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty;
    public int? AnnouncedCount { get; private set; }

    /// <summary>The announcement in its own words, as far as the register may quote it.</summary>
    public LocalizedText AnnouncedWording { get; private set; } = LocalizedText.Empty;

    public int Version { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    public IReadOnlyList<Concession> Concessions => _concessions;
    public IReadOnlyList<Party> Parties => _parties;
    public IReadOnlyList<NamedPerson> Named => _named;
    public IReadOnlyList<Claim> Claims => _claims;

    internal static ReleaseEvent Create(ReleaseEventDetails details, string slug, DateTime now)
    {
        var created = new ReleaseEvent { Slug = slug, CreatedAt = now, IsFictional = details.IsFictional };
        created.Describe(details, now);
        created._concessions.AddRange(details.Concessions.Select(Concession.Create));
        created._parties.AddRange(details.Parties.Select(Party.Create));
        created._named.AddRange(details.Named.Select(NamedPerson.Create));
        return created;
    }

    internal void Describe(ReleaseEventDetails details, DateTime now)
    {
        if (details.Title.IsEmpty)
            throw new RuleException(nameof(details.Title), "Give the event a title readers will recognise.");
        if (details.AnnouncedCount is < 1 or > MostAnnounced)
            throw new RuleException(nameof(details.AnnouncedCount), "The announced number must be 1 or more. Leave it empty when none was announced.");
        if (details.HappenedOn.Earliest > Today.Latest(now))
            throw new RuleException(nameof(details.HappenedOn), "The event lies in the future. Record it once it has happened.");

        Kind = details.Kind;
        Country = Countries.Require(details.Country, nameof(details.Country));
        HappenedOn = details.HappenedOn;
        Title = details.Title;
        Summary = details.Summary;
        AnnouncedCount = details.AnnouncedCount;
        AnnouncedWording = details.AnnouncedWording;
        Cite(details.Citations);
        Version++;
        UpdatedAt = now;
    }

    internal void SetPublication(Publication publication, DateTime now)
    {
        Publication = publication;
        UpdatedAt = now;
    }

    /// <summary>Counts a register person as named in the event, once, and ties the release to it when there is one.</summary>
    internal NamedPerson Name(Guid prisonerId, string writtenName, Release? release, DateTime now)
    {
        var person = _named.Find(n => n.PrisonerId == prisonerId);
        if (person is null)
        {
            _named.Add(person = NamedPerson.Create(new NamedPersonDetails { WrittenName = writtenName, PrisonerId = prisonerId }));
        }

        if (release is not null)
            person.Freed(release);
        UpdatedAt = now;
        return person;
    }

    /// <summary>Counts somebody among the named whom the register has no record of; once for each spelling.</summary>
    internal NamedPerson NameOnly(string writtenName, DateTime now)
    {
        var person = _named.Find(n => n.PrisonerId is null && string.Equals(n.WrittenName, writtenName, StringComparison.OrdinalIgnoreCase));
        if (person is null)
            _named.Add(person = NamedPerson.Create(new NamedPersonDetails { WrittenName = writtenName }));
        UpdatedAt = now;
        return person;
    }

    internal void Unname(NamedPerson person, DateTime now)
    {
        _named.Remove(person);
        UpdatedAt = now;
    }

    /// <summary>Takes an undone release back out of the event: the person came back to prison, or was never freed in it.</summary>
    internal void Undo(Release release, DateTime now)
    {
        if (_named.Find(n => n.ReleaseId == release.ReleaseId) is not { } person)
            return;

        if (release.UndoneAs == UndoKind.ReturnedToCustody)
            person.Returned(NamedOutcome.ReturnedToPrison);
        else if (person.Citations.Count > 0 || release.UndoneAs == UndoKind.Disputed)
            person.NotFreed();
        else
            _named.Remove(person); // named by nobody but the mistaken release
        UpdatedAt = now;
    }

    internal void AddClaim(ClaimDetails details, DateTime now)
    {
        if (details.ImprisonmentId is not null)
            throw new RuleException(nameof(details.ImprisonmentId), "A claim about an event is not about one imprisonment. Enter it with the person.");
        if (details.IsPreferred)
            _claims.Find(c => c.IsPreferred && c.Topic == details.Topic)?.PassOver();
        _claims.Add(Claim.Create(details));
        UpdatedAt = now;
    }
}

/// <summary>What was given in return.</summary>
public sealed class Concession : Fact
{
    private Concession()
    {
    }

    public Guid ConcessionId { get; private set; } = Guid.CreateVersion7();
    public Guid ReleaseEventId { get; private set; }
    public LocalizedText GivenBy { get; private set; } = LocalizedText.Empty;
    public LocalizedText What { get; private set; } = LocalizedText.Empty;
    public PartialDate? GivenOn { get; private set; }

    internal static Concession Create(ConcessionDetails details)
    {
        var concession = new Concession { GivenBy = details.GivenBy, What = details.What, GivenOn = details.GivenOn };
        concession.Cite(details.Citations);
        return concession;
    }
}

public enum PartyRole
{
    Announcer,
    Mediator,
    Giver,
    Receiver,
}

/// <summary>Somebody who took part in the event without being freed by it.</summary>
public sealed class Party : Fact
{
    private Party()
    {
    }

    public Guid PartyId { get; private set; } = Guid.CreateVersion7();
    public Guid ReleaseEventId { get; private set; }
    public PartyRole Role { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    internal static Party Create(PartyDetails details)
    {
        var party = new Party { Role = details.Role, Name = details.Name };
        party.Cite(details.Citations);
        return party;
    }
}

public sealed record ReleaseEventDetails
{
    public required PartialDate HappenedOn { get; init; }
    public required string Country { get; init; }
    public required LocalizedText Title { get; init; }
    public ReleaseEventKind Kind { get; init; }
    public LocalizedText Summary { get; init; } = LocalizedText.Empty;
    public int? AnnouncedCount { get; init; }
    public LocalizedText AnnouncedWording { get; init; } = LocalizedText.Empty;
    public bool IsFictional { get; init; }
    public IReadOnlyList<ConcessionDetails> Concessions { get; init; } = [];
    public IReadOnlyList<PartyDetails> Parties { get; init; } = [];
    public IReadOnlyList<NamedPersonDetails> Named { get; init; } = [];
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

public sealed record ConcessionDetails
{
    public required LocalizedText GivenBy { get; init; }
    public required LocalizedText What { get; init; }
    public PartialDate? GivenOn { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

public sealed record PartyDetails
{
    public required PartyRole Role { get; init; }
    public required LocalizedText Name { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
