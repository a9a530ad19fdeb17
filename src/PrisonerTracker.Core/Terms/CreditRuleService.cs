using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

/// <summary>Keeps the rules by which custody before a sentence is credited to it.</summary>
public sealed class CreditRuleService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds a rule. The first subject of the result is its id.</summary>
    /// <exception cref="RuleException">Another rule of the same sentences covers one of its days.</exception>
    public Task<WriteResult> AddAsync(CreditRuleDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("credit_rule.added"), async (_, token) =>
        {
            var rule = CreditRule.Create(details);
            await CheckNoOverlapAsync(rule, token);
            context.Add(rule);
            return [rule.CreditRuleId];
        }, cancellationToken);

    /// <summary>Replaces what the rule says.</summary>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid creditRuleId, int version, CreditRuleDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("credit_rule.edited"), async (_, token) =>
        {
            var rule = await context.CreditRules.SingleOrDefaultAsync(r => r.CreditRuleId == creditRuleId, token)
                ?? throw new RuleException("", "This rule is not in the register.");
            context.Expect(rule, r => r.Version, version);
            rule.Set(details);
            await CheckNoOverlapAsync(rule, token);
            return [creditRuleId];
        }, cancellationToken);

    private async Task CheckNoOverlapAsync(CreditRule rule, CancellationToken cancellationToken)
    {
        var others = await context.CreditRules.AsNoTracking()
            .Where(r => r.CreditRuleId != rule.CreditRuleId && r.Country == rule.Country)
            .ToListAsync(cancellationToken);
        if (others.Find(rule.Overlaps) is { } other)
        {
            throw new RuleException(
                nameof(CreditRuleDetails.ValidFrom),
                $"Another rule for the same country, penalty and regime holds on some of these days: {other.CustodyDays} of custody for {other.TermDays} of the term, {Days(other)}. End that one first, or choose other days.");
        }
    }

    private static Phrase Days(CreditRule rule) => (rule.ValidFrom, rule.ValidUntil) switch
    {
        ({ } from, { } until) => (Phrase)$"from {from} to {until}",
        ({ } from, null) => (Phrase)$"from {from} on",
        (null, { } until) => (Phrase)$"until {until}",
        _ => (Phrase)"at any time",
    };
}
