using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

internal sealed class CreditRuleMapping : IEntityTypeConfiguration<CreditRule>
{
    public void Configure(EntityTypeBuilder<CreditRule> builder)
    {
        builder.Property(r => r.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(r => r.Source).HasMaxLength(CreditRule.SourceLength);
        builder.Property(r => r.SourceAddress).HasMaxLength(CreditRule.AddressLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Label);

        // ex_credit_rules_overlap, which EF Core cannot express, stands in the migration beside these.
        builder.HasIndex(r => r.Country);
        builder.ToTable("credit_rules", t =>
        {
            t.HasCheckConstraint("ck_credit_rules_days", "custody_days > 0 AND term_days >= 0");
            t.HasCheckConstraint("ck_credit_rules_order", "valid_until >= valid_from");
            t.HasCheckConstraint("ck_credit_rules_verified", "NOT is_verified OR source IS NOT NULL");
        });
    }
}
