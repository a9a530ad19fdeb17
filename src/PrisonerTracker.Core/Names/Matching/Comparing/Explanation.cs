namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>Collects what a comparison found; put into words only when somebody asks.</summary>
internal sealed class Explanation
{
    private readonly List<string> _vetoes = [];
    private readonly List<string> _notes = [];

    public List<(NameWord A, NameWord B, WordMatch Match)> Pairs { get; } = [];

    public static Explanation Of(string note)
    {
        var explanation = new Explanation();
        explanation.Note(note);
        return explanation;
    }

    public void Veto(string reason) => _vetoes.Add(reason + ": veto");

    public void Note(string note) => _notes.Add(note);

    public void Explain(List<string> reasons)
    {
        reasons.AddRange(_vetoes);
        foreach (var (a, b, match) in Pairs)
            reasons.Add(InWords(a, b, match));
        reasons.AddRange(_notes);
    }

    private static string InWords(NameWord a, NameWord b, WordMatch match)
    {
        var kind = a.Part == NamePart.Given || b.Part == NamePart.Given || match.Kind is WordMatchKind.Given or WordMatchKind.Short ? "given name "
            : a.Part == NamePart.Family || b.Part == NamePart.Family ? "surname " : "";
        return match.Kind switch
        {
            WordMatchKind.Equal => $"{kind}{a.Text} equal",
            WordMatchKind.Given when a.Word == b.Word => $"given name {a.Text} equal",
            WordMatchKind.Given => $"given name {a.Text} = {b.Text}",
            WordMatchKind.Short => $"given name {a.Text} ~ {b.Text} (short form)",
            WordMatchKind.OtherGiven => $"given names differ: {a.Text}, {b.Text}",
            _ => match.Likeness switch
            {
                >= 0.93f => $"{kind}{a.Text} = {b.Text} (spelled otherwise)",
                >= 0.75f => $"{kind}{a.Text} ≈ {b.Text} (typing error or careless transcription)",
                _ => $"{(kind.Length > 0 ? kind : "words ")}differ: {a.Text}, {b.Text}",
            },
        };
    }
}
