using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Names;

internal sealed class PersonNameMapping : IEntityTypeConfiguration<PersonName>
{
    public void Configure(EntityTypeBuilder<PersonName> builder)
    {
        builder.Property(n => n.Full).HasMaxLength(PersonName.FullLength);
        builder.Property(n => n.Given).HasMaxLength(PersonName.PartLength);
        builder.Property(n => n.Patronymic).HasMaxLength(PersonName.PartLength);
        builder.Property(n => n.Family).HasMaxLength(PersonName.PartLength);
        builder.Property(n => n.Language).HasMaxLength(Languages.MaxLength);
        builder.Property(n => n.Script).HasMaxLength(PersonName.ScriptLength);
        // ex_person_names_preferred, which EF Core cannot express, stands in the migration beside this.
        builder.HasIndex(n => n.PrisonerId);
        builder.Ignore(n => n.Written);

        // Without a list of pending entries: each search would read it through until the next vacuum.
        builder.HasIndex(n => n.MatchKeys).HasMethod("gin").HasStorageParameter("fastupdate", false);
    }
}
