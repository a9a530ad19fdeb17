namespace PrisonerTracker.Web.Forms;

/// <summary>A field of a filter, drawn by <c>_FilterField</c>: a text, or a choice when there are <see cref="Choices"/>.</summary>
/// <param name="Name">Of the parameter, and the id of the field.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Value">As it stands in the address.</param>
public sealed record FilterField(string Name, string Label, string Value)
{
    /// <summary>Read out before the label, such as what a range is of.</summary>
    public string? Before { get; init; }

    public string? Problem { get; init; }
    public string? Hint { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>What to choose from; those of one group stand together.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The choice of none; empty for none.</summary>
    public string Any { get; init; } = "";

    /// <summary>What a text may be, offered while it is typed: values, with their names.</summary>
    public IReadOnlyList<Choice>? Suggestions { get; init; }

    public bool IsNumber { get; init; }
    public int MaxLength { get; init; } = 80;

    /// <summary>What is chosen, although it is not offered: it stays chosen when the form is sent again.</summary>
    public bool IsUnknown => Choices is not null && Value.Length > 0 && Problem is null && !Choices.Any(c => IsChosen(c));

    public bool IsChosen(Choice choice) => string.Equals(Value, choice.Value, StringComparison.OrdinalIgnoreCase);

    public sealed record Choice(string Value, string Label, string? Group = null);
}
