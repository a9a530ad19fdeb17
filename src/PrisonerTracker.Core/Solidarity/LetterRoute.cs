using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Solidarity;

/// <summary>One address of a person as it is recorded, or only what is known of whether letters arrive.</summary>
public sealed record WrittenAddress(
    Guid Id, string? Lines, string Language, string? Script, LetterPassage Passage, PartialDate? KnownOn, LocalizedText Note);

/// <summary>How a letter reaches a person: whether it does, as it was known last, and the addresses, each to be copied as it is.</summary>
public sealed record LetterRoute
{
    private const string Latin = "Latn";

    private LetterRoute()
    {
    }

    /// <summary>What was known last says whether letters arrive; null when nothing says it.</summary>
    public WrittenAddress? Passage { get; private init; }

    /// <summary>The address for the country's own post first, the one for posts abroad, in Latin letters, after it.</summary>
    public IReadOnlyList<WrittenAddress> Addresses { get; private init; } = [];

    /// <summary>There is an address, and nothing known last says that letters do not arrive.</summary>
    public bool IsOpen => Addresses.Count > 0 && Passage?.Passage != LetterPassage.No;

    public static LetterRoute Of(IEnumerable<WrittenAddress> recorded)
    {
        var all = recorded.OrderBy(a => a.Id).ToList();
        return new LetterRoute
        {
            Passage = all.Where(a => a.Passage != LetterPassage.Unknown).OrderByDescending(a => a.KnownOn?.Latest ?? DateOnly.MinValue).ThenByDescending(a => a.Id).FirstOrDefault(),
            Addresses = [.. all.Where(a => a.Lines is not null).OrderBy(a => a.Script == Latin).ThenByDescending(a => a.KnownOn?.Latest ?? DateOnly.MinValue)],
        };
    }

    /// <summary>The one address that goes on an envelope.</summary>
    /// <param name="abroad">Posted abroad: in Latin letters, where there is such an address.</param>
    public WrittenAddress? ForEnvelope(bool abroad) =>
        (abroad ? Addresses.FirstOrDefault(a => a.Script == Latin) : null) ?? (Addresses.Count > 0 ? Addresses[0] : null);
}
