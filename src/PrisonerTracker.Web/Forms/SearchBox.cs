namespace PrisonerTracker.Web.Forms;

/// <summary>The field that finds people; whoever has scripts is offered names while typing.</summary>
/// <param name="Label">What may be written.</param>
/// <param name="Text">What was written before.</param>
public sealed record SearchBox(string Label, string? Text = null);
