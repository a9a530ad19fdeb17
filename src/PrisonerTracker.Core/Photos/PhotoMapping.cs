using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrisonerTracker.Core.Photos;

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("photos");
        builder.Property(p => p.Hash).HasMaxLength(PhotoFile.HashLength).IsFixedLength();
        builder.Property(p => p.Credit).HasMaxLength(Photo.CreditLength);
        builder.Property(p => p.Permission).HasMaxLength(Photo.PermissionLength);
        builder.Property(p => p.SourceAddress).HasMaxLength(Photo.AddressLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.ComplexProperty(p => p.TakenOn);
        builder.HasIndex(p => p.PrisonerId);
        builder.HasOne(p => p.File).WithMany().HasForeignKey(p => p.Hash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PhotoFileMapping : IEntityTypeConfiguration<PhotoFile>
{
    public void Configure(EntityTypeBuilder<PhotoFile> builder)
    {
        builder.ToTable("photo_files");
        builder.HasKey(f => f.Hash);
        builder.Property(f => f.Hash).HasMaxLength(PhotoFile.HashLength).IsFixedLength();
    }
}
