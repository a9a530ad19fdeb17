using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;

namespace PrisonerTracker.Web.Pages.Prisoners.Claims;

/// <summary>What a source claims, as a form carries it.</summary>
internal sealed class ClaimInput
{
    [Display(Name = "What the sources differ about")]
    public ClaimTopic Topic { get; set; }

    [Display(Name = "Imprisonment")]
    public Guid? ImprisonmentId { get; set; }

    [Display(Name = "Value")]
    [StringLength(Claim.ValueLength)]
    public string? Value { get; set; }

    public TextsInput Statement { get; set; } = new();

    /// <summary>The value in machine form where the topic has one; a problem with it goes to the model state.</summary>
    public string? ReadValue(ModelStateDictionary modelState)
    {
        var typed = Blank.ToNull(Value);
        switch (Topic)
        {
            case ClaimTopic.BirthDate or ClaimTopic.DetentionDate when !PartialDate.TryParse(typed, out _):
                modelState.AddModelError("Input.Value", T("Write the date this source gives: 2021, 2021-09 or 2021-09-06."));
                return typed;
            case ClaimTopic.Release when typed is not null && typed != ClaimWords.StillHeld && !PartialDate.TryParse(typed, out _):
                modelState.AddModelError("Input.Value", T("Write the date of the release, or leave it empty when the source says that the person is still held."));
                return typed;
            case ClaimTopic.Release when typed is null:
                return ClaimWords.StillHeld;
            case ClaimTopic.Destination when !Countries.IsValid(typed?.ToUpperInvariant()):
                modelState.AddModelError("Input.Value", T("Write the two-letter code of the country, such as LT."));
                return typed;
            case ClaimTopic.Destination:
                return typed!.ToUpperInvariant();
            default:
                return PartialDate.TryParse(typed, out var date) ? date.ToString() : typed;
        }
    }

    public ClaimDetails ToDetails(string? value, LocalizedText? before, IReadOnlyList<CitationDetails> citations)
    {
        var statement = Statement.Over(before);
        return new ClaimDetails
        {
            Topic = Topic,
            ImprisonmentId = IsAboutThePerson(Topic) ? null : ImprisonmentId,
            Value = value,
            Statement = statement.IsEmpty ? LocalizedText.English(ClaimWords.Statement(Topic, value)) : statement,
            Citations = citations,
        };
    }

    public IEnumerable<(string Field, string? Value)> Fields() => [(T("Value"), Value), (T("Claim"), Statement.ToString())];

    public static bool IsAboutThePerson(ClaimTopic topic) => topic is ClaimTopic.Name or ClaimTopic.BirthDate;
}
