using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners.Facts;

internal sealed class LetterAddressMapping : IEntityTypeConfiguration<LetterAddress>
{
    public void Configure(EntityTypeBuilder<LetterAddress> builder)
    {
        builder.ToTable("letter_addresses");
        builder.Property(a => a.Lines).HasMaxLength(LetterAddress.LinesLength);
        builder.Property(a => a.Language).HasMaxLength(Languages.MaxLength);
        builder.Property(a => a.Script).HasMaxLength(4).IsFixedLength();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.ComplexProperty(a => a.KnownOn);
    }
}

internal sealed class RiskFactorMapping : IEntityTypeConfiguration<RiskFactor>
{
    public void Configure(EntityTypeBuilder<RiskFactor> builder)
    {
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.ComplexProperty(r => r.SinceOn);
        builder.ComplexProperty(r => r.UntilOn);
        builder.ToTable("risk_factors", t => t.HasCheckConstraint("ck_risk_factors_order", "until_on_latest >= since_on_earliest"));
    }
}

internal sealed class StateListingMapping : IEntityTypeConfiguration<StateListing>
{
    public void Configure(EntityTypeBuilder<StateListing> builder)
    {
        builder.Property(l => l.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(l => l.Number).HasMaxLength(StateListing.NumberLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.ComplexProperty(l => l.ListedOn);
        builder.ComplexProperty(l => l.RemovedOn);
        builder.ToTable("state_listings", t => t.HasCheckConstraint("ck_state_listings_order", "removed_on_latest >= listed_on_earliest"));
    }
}
