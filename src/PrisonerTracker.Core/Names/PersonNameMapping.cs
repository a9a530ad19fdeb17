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
    }
}
