namespace PrisonerTracker.Core.Names;

/// <summary>One line of a published list.</summary>
/// <param name="Number">The line's number in the file, from 1.</param>
/// <param name="Text">The line as published.</param>
/// <param name="Name">The name in it; null for headers and blank lines.</param>
/// <param name="Birth">What the line says of the birth; an age counts back from the list's year.</param>
/// <param name="Place">A place in brackets.</param>
/// <param name="Notes">The rest: profession, case, remarks.</param>
public sealed record PublishedLine(int Number, string Text, WrittenName? Name, BirthHint? Birth, string? Place, string? Notes);
