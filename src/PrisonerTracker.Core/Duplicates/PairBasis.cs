using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.Duplicates;

/// <summary>What a decision about two records rests on: all their names and their births, as one hash.</summary>
internal sealed class PairBasis
{
    private readonly Dictionary<Guid, string> _people;

    private PairBasis(Dictionary<Guid, string> people) => _people = people;

    public static async Task<PairBasis> LoadAsync(RegisterContext context, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var people = await context.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new { p.PrisonerId, p.BornOn, Names = p.Names.Select(n => n.Full).ToList() })
            .ToListAsync(cancellationToken);
        return new(people.ToDictionary(
            p => p.PrisonerId, p => string.Join('\n', p.Names.Distinct().Order(StringComparer.Ordinal).Append($"born {p.BornOn}"))));
    }

    public bool Has(Guid id) => _people.ContainsKey(id);

    public byte[] Of(Guid one, Guid other) => SHA256.HashData(Encoding.UTF8.GetBytes(
        one < other ? $"{_people[one]}\n\n{_people[other]}" : $"{_people[other]}\n\n{_people[one]}"));
}
