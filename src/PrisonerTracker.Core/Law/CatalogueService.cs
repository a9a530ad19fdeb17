using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Law;

/// <summary>Keeps the catalogues that cases refer to. The subject of a result is the entry.</summary>
public sealed class CatalogueService(RegisterContext context, RegisterWriter writer)
{
    private const int MostNamed = 5;

    // Pages below the catalogues that are not entries.
    private static readonly string[] Reserved = ["new", "codes", "edit"];

    public Task<WriteResult> AddCodeAsync(LegalCodeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        AddAsync(submission.To("legal_code.added"), async token =>
        {
            var readable = $"{details.Country.ToLowerInvariant()}-{Slug.Of(details.Title.ToString())}".TrimEnd('-');
            var key = readable.Length <= LegalCode.KeyLength ? readable : readable[..LegalCode.KeyLength].TrimEnd('-');
            if (await context.LegalCodes.AnyAsync(c => c.Key == key, token))
                throw new RuleException(nameof(details.Title), "The catalogue has a law of this title. Change that one instead.");
            var code = LegalCode.Create(details, key);
            return (code, code.LegalCodeId);
        }, cancellationToken);

    public Task<WriteResult> EditCodeAsync(
        Guid legalCodeId, int version, LegalCodeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        EditAsync(submission.To("legal_code.edited"), context.LegalCodes.Where(c => c.LegalCodeId == legalCodeId), legalCodeId, version, c => c.Set(details), cancellationToken);

    public Task<WriteResult> AddArticleAsync(
        Guid legalCodeId, ArticleDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        AddAsync(submission.To("article.added"), async token =>
        {
            await CheckNumberAsync(legalCodeId, null, details, token);
            var article = Article.Create(legalCodeId, details);
            return (article, article.ArticleId);
        }, cancellationToken);

    public Task<WriteResult> EditArticleAsync(
        Guid articleId, int version, ArticleDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        EditAsync(submission.To("article.edited"), context.Articles.Where(a => a.ArticleId == articleId), articleId, version, a => a.Set(details), cancellationToken,
            async (article, token) =>
            {
                await CheckNumberAsync(article.LegalCodeId, articleId, details, token);
                await CheckDecisionsAsync(article, details, token);
            });

    public Task<WriteResult> AddFacilityAsync(FacilityDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        AddAsync(submission.To("facility.added"), async token =>
        {
            var readable = Slug.Of(details.Name.ToString());
            var key = $"{details.Country.ToLowerInvariant()}-{(readable.Length == 0 ? "facility" : readable)}";
            if (await context.Facilities.AnyAsync(f => f.Key == key, token))
                key = Slug.Distinct(key);
            var facility = Facility.Create(details, key);
            return (facility, facility.FacilityId);
        }, cancellationToken);

    public Task<WriteResult> EditFacilityAsync(
        Guid facilityId, int version, FacilityDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        EditAsync(submission.To("facility.edited"), context.Facilities.Where(f => f.FacilityId == facilityId), facilityId, version, f => f.Set(details), cancellationToken);

    public Task<WriteResult> AddCourtAsync(CourtDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        AddAsync(submission.To("court.added"), _ =>
        {
            var court = Court.Create(details);
            return Task.FromResult(((CatalogueEntry)court, court.CourtId));
        }, cancellationToken);

    public Task<WriteResult> EditCourtAsync(
        Guid courtId, int version, CourtDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        EditAsync(submission.To("court.edited"), context.Courts.Where(c => c.CourtId == courtId), courtId, version, c => c.Set(details), cancellationToken);

    public Task<WriteResult> AddJudgeAsync(JudgeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        AddAsync(submission.To("judge.added"), _ =>
        {
            var judge = Judge.Create(details);
            return Task.FromResult(((CatalogueEntry)judge, judge.JudgeId));
        }, cancellationToken);

    public Task<WriteResult> EditJudgeAsync(
        Guid judgeId, int version, JudgeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        EditAsync(submission.To("judge.edited"), context.Judges.Where(j => j.JudgeId == judgeId), judgeId, version, j => j.Set(details), cancellationToken);

    private Task<WriteResult> AddAsync(
        Intent intent, Func<CancellationToken, Task<(CatalogueEntry Entry, Guid Id)>> create, CancellationToken cancellationToken) =>
        writer.WriteAsync(intent, async (_, token) =>
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('catalogue'))", token);
            var (entry, id) = await create(token);
            context.Add(entry);
            return [id];
        }, cancellationToken);

    private Task<WriteResult> EditAsync<T>(
        Intent intent, IQueryable<T> wanted, Guid id, int version, Action<T> set, CancellationToken cancellationToken, Func<T, CancellationToken, Task>? check = null)
        where T : CatalogueEntry =>
        writer.WriteAsync(intent, async (_, token) =>
        {
            var entry = await wanted.Include(e => e.Citations).SingleAsync(token);
            context.Expect(entry, e => e.Version, version);
            if (check is not null)
                await check(entry, token);
            set(entry);
            return [id];
        }, cancellationToken);

    // The same rule as when a decision is entered: nobody is sentenced under an article that did not exist yet, or under one that had gone.
    private async Task CheckDecisionsAsync(Article article, ArticleDetails details, CancellationToken cancellationToken)
    {
        if ((details.ValidFrom, details.ValidUntil) == (article.ValidFrom, article.ValidUntil))
            return;

        var dated = await (
            from c in context.Charges
            where c.ArticleId == article.ArticleId
            join i in context.Imprisonments on c.ImprisonmentId equals i.ImprisonmentId
            join p in context.Prisoners on i.PrisonerId equals p.PrisonerId
            from s in context.Sentences.Where(s => s.ImprisonmentId == i.ImprisonmentId && s.DecidedOn != null)
            orderby p.SortName
            select new { p.DisplayName, s.DecidedOn, Charged = c.Steps.Select(x => x.TookPlaceOn).ToList() }).ToListAsync(cancellationToken);
        var early = dated.Where(d => details.ValidFrom is { } from && d.DecidedOn!.IsCertainlyBefore(from))
            .Select(d => (Phrase)$"{d.DisplayName} (decision of {d.DecidedOn})").DistinctBy(p => p.ToString()).ToList();
        if (early.Count > 0)
            throw new RuleException(nameof(details.ValidFrom), $"Decisions under this article are earlier than {details.ValidFrom}: {Named(early)}. Correct them first, or choose an earlier date.");

        // A decision may apply an article that has gone, to what was done before; a charge laid afterwards may not.
        var late = dated.Where(d => details.ValidUntil is { } until && d.Charged.Exists(on => on is not null && until.IsCertainlyBefore(on)))
            .Select(d => (Phrase)$"{d.DisplayName} (charged {d.Charged.First(on => on is not null && details.ValidUntil!.IsCertainlyBefore(on))})").DistinctBy(p => p.ToString()).ToList();
        if (late.Count > 0)
            throw new RuleException(nameof(details.ValidUntil), $"People were charged under this article after {details.ValidUntil}: {Named(late)}. Correct that first, or choose a later date.");
    }

    private static Phrase Named(List<Phrase> people)
    {
        var named = Phrase.Joined(", ", people.Take(MostNamed));
        return people.Count > MostNamed ? (Phrase)$"{named} and {people.Count - MostNamed} more" : named;
    }

    private async Task CheckNumberAsync(Guid legalCodeId, Guid? articleId, ArticleDetails details, CancellationToken cancellationToken)
    {
        var number = details.Number.Trim();
        if (Reserved.Contains(number.Split('/')[0]) || await context.Articles.AnyAsync(a => a.LegalCodeId == legalCodeId && a.Number == number && a.ArticleId != articleId, cancellationToken))
            throw new RuleException(nameof(details.Number), $"The law has an article {number} in the catalogue. Change that one instead.");
    }
}
