using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Forms;

/// <summary>What every page that writes has in common: one key per form, and refusals that keep what was typed.</summary>
internal abstract class FormPage(RegisterContext context, CurrentActor actor) : PageModel
{
    /// <summary>Chosen when the form is first shown, so that sending it twice records once.</summary>
    [BindProperty]
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    [BindProperty]
    public SourceInput Source { get; set; } = new();

    [BindProperty]
    [StringLength(Change.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>The questions about unlikely facts that were answered with yes, as they were asked.</summary>
    [BindProperty]
    public List<string> Confirmed { get; set; } = [];

    /// <summary>What is unlikely about the form and must be confirmed before it is recorded.</summary>
    public IReadOnlyList<Phrase> Questions { get; private set; } = [];

    private const int MostSources = 200;

    protected RegisterContext Register => context;

    /// <summary>Sources the register has, for the list beside the source field.</summary>
    public IReadOnlyList<SourceRow.SourceChoice> KnownSources { get; protected set; } = [];

    protected Submission Submission(IReadOnlyList<NewSource>? newSources = null) =>
        new(actor.Actor, RequestKey, Reason) { NewSources = newSources ?? [], Fingerprint = Fingerprint(), Confirmed = Confirmed };

    /// <summary>What to tell after a write: the given words, or that the form had been sent before.</summary>
    protected static string Told(WriteResult result, string words) => result.Outcome switch
    {
        WriteOutcome.AlreadyWritten => T("This form was sent before. It was recorded then, and nothing was written a second time."),
        WriteOutcome.Unchanged => T("Nothing was changed."),
        _ => words,
    };

    // The antiforgery token and the row version are not what the person filled in.
    private byte[] Fingerprint()
    {
        var fields = Request.Form
            .Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && !f.Key.EndsWith("Version", StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $"{f.Key}\n{string.Join('\n', f.Value.ToArray())}")
            .Concat(Request.Form.Files.Where(f => f.Length > 0).Select(f => $"{f.Name}\n{f.FileName}\n{f.Length}"));
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n\n", fields)));
    }

    /// <summary>
    /// Runs the one service call of a POST. A rule that forbids it becomes a message at its field; the caller re-renders the form
    /// when this returns null.
    /// </summary>
    /// <param name="write">The call.</param>
    /// <param name="fieldPrefix">The name of the form model that the service's fields are bound to.</param>
    protected async Task<WriteResult?> TryAsync(Func<Task<WriteResult>> write, string fieldPrefix = "Input")
    {
        try
        {
            return await write();
        }
        catch (RuleException refusal)
        {
            Refuse(refusal, fieldPrefix);
            if (refusal is SentBeforeException)
                Renew();
            return null;
        }
        catch (DoubtException doubt)
        {
            Questions = doubt.Questions;
            for (var i = 0; i < Questions.Count; i++)
                ModelState.AddModelError($"Question{i}", T(Questions[i]));
            return null;
        }
    }

    /// <summary>Makes the form shown again a form of its own.</summary>
    protected void Renew()
    {
        RequestKey = Guid.CreateVersion7();
        ModelState.Remove(nameof(RequestKey));
    }

    protected void Refuse(RuleException refusal, string fieldPrefix = "Input")
    {
        ModelState.AddModelError(refusal.Field.Length == 0 || fieldPrefix.Length == 0 ? refusal.Field : $"{fieldPrefix}.{refusal.Field}", T(refusal.Phrase));
        ViewData[nameof(ConflictingFact)] = refusal.Conflicting;
    }

    /// <summary>The sources used last, for the list beside the source field.</summary>
    protected async Task OfferSourcesAsync() =>
        KnownSources = await context.Sources
            .OrderByDescending(s => s.CreatedAt)
            .Take(MostSources)
            .Select(s => new SourceRow.SourceChoice(s.Slug, SourceRow.LabelOf(s.Publisher, s.Title, s.PublishedOn)))
            .ToListAsync();

    /// <summary>
    /// The form again, as it was typed, with status 400; with no complaint when only another row for a source was asked for.
    /// </summary>
    protected PageResult Again()
    {
        if (Source.Another)
        {
            foreach (var (_, field) in ModelState)
            {
                field.Errors.Clear();
                field.ValidationState = ModelValidationState.Valid;
            }

            return Page();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
