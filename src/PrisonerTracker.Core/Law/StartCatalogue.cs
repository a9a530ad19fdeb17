using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Law;

/// <summary>
/// The laws and articles every installation begins with (<c>start-catalogue.json</c>), unverified until somebody cites the law. Loaded
/// once, as one change; what the catalogue has already stays as it is.
/// </summary>
public sealed class StartCatalogue(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Part of the request key: a longer list of a later version gets another, and adds what is new.</summary>
    private const string Edition = "start catalogue/1";

    private sealed record Code(string Key, string Country, LocalizedText Title, Dictionary<string, LocalizedText> Articles);

    /// <summary>Adds what is missing.</summary>
    /// <returns>Whether anything was written.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken = default)
    {
        var form = new Submission(new Actor(null, "Start catalogue"), StableKey.Of(Edition), "Laws and articles the register begins with; unverified") { IsUnattended = true };
        var loaded = await writer.WriteAsync(form.To("catalogue.loaded"), async (_, token) =>
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('catalogue'))", token);
            var subjects = new List<Guid>();
            foreach (var listed in Read())
                subjects.Add(await LoadAsync(listed, token));
            return subjects;
        }, cancellationToken);
        return loaded.Outcome == WriteOutcome.Written;
    }

    private async Task<Guid> LoadAsync(Code listed, CancellationToken cancellationToken)
    {
        var code = await context.LegalCodes.SingleOrDefaultAsync(c => c.Key == listed.Key, cancellationToken);
        if (code is null)
            context.Add(code = LegalCode.Create(new LegalCodeDetails { Country = listed.Country, Title = listed.Title }, listed.Key));
        var known = await context.Articles.Where(a => a.LegalCodeId == code.LegalCodeId).ToListAsync(cancellationToken);
        foreach (var (number, title) in listed.Articles)
        {
            if (known.Find(a => a.Number == number) is not { } article)
                context.Add(Article.Create(code.LegalCodeId, new ArticleDetails { Number = number, Title = title }));
            else if (article.Title.IsEmpty)
                article.Set(new ArticleDetails { Number = number, Title = title, ValidFrom = article.ValidFrom, ValidUntil = article.ValidUntil });
        }

        return code.LegalCodeId;
    }

    private static List<Code> Read()
    {
        using var stream = typeof(StartCatalogue).Assembly.GetManifestResourceStream("Law/start-catalogue.json")
            ?? throw new InvalidOperationException("No embedded file start-catalogue.json.");
        return JsonSerializer.Deserialize<List<Code>>(stream, JsonSerializerOptions.Web) ?? [];
    }
}
