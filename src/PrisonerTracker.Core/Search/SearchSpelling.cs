using PrisonerTracker.Core.Names;

namespace PrisonerTracker.Core.Search;

/// <summary>Tells which of a person's names it was that a search found, so that a reader sees why somebody is listed.</summary>
public sealed class SearchSpelling(string text)
{
    /// <summary>Less likeness than this is not worth showing.</summary>
    private const double Alike = 0.5;

    private readonly SearchWords _words = new(text);

    /// <summary>The name that fits best, or null when it was no name that was found.</summary>
    /// <param name="names">In the order of preference among those that fit alike.</param>
    public string? Of(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.FirstOrDefault(_words.StandIn)
            ?? names.FirstOrDefault(_words.BeginIn)
            ?? names.Select(name => (Name: name, Score: NameComparer.Score(_words.Name, NameParser.Parse(name))))
                .Where(name => name.Score >= Alike)
                .OrderByDescending(name => name.Score)
                .Select(name => name.Name)
                .FirstOrDefault();
    }
}
