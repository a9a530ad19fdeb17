namespace PrisonerTracker.Web.Pages.Releases;

/// <summary>The six numbers of a release event, and how they hang together.</summary>
/// <param name="Announced">As announced; null when no number was.</param>
/// <param name="Named">People some source names.</param>
/// <param name="Matched">Of those, people in the register.</param>
/// <param name="NotDesignated">Of the matched, people no organisation in the register designates a political prisoner.</param>
internal sealed record Tally(int? Announced, int Named, int Matched, int NotDesignated)
{
    /// <summary>Named by a source, and not in the register.</summary>
    public int NotInRegister => Named - Matched;

    /// <summary>Announced and named by nobody yet. Below zero when more people are named than were announced.</summary>
    public int? Unexplained => Announced - Named;
}
