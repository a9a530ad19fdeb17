using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Photos;

/// <summary>The photo of a person, and why it may be shown. A person has one; two after a merge, of which the later is shown.</summary>
public sealed class Photo
{
    public const int CreditLength = 200;
    public const int PermissionLength = 500;
    public const int AddressLength = 2000;

    private Photo()
    {
    }

    public Guid PhotoId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }

    /// <summary>Of the two stored sizes; their address.</summary>
    public string Hash { get; private set; } = "";

    public PhotoFile File { get; private set; } = null!;

    /// <summary>Who took it, as it is to be named beside it.</summary>
    public string Credit { get; private set; } = "";

    /// <summary>The licence, or who allowed the register to show it.</summary>
    public string Permission { get; private set; } = "";

    /// <summary>Where it was found.</summary>
    public string? SourceAddress { get; private set; }

    public PartialDate? TakenOn { get; private set; }

    /// <summary>Counts the changes; the posted one must match.</summary>
    public int Version { get; private set; }

    internal static Photo Of(Guid prisonerId, PhotoDetails details, string hash, DateOnly today)
    {
        var photo = new Photo { PrisonerId = prisonerId };
        photo.Set(details, hash, today);
        return photo;
    }

    internal void Set(PhotoDetails details, string hash, DateOnly today)
    {
        if (Blank.ToNull(details.Credit) is not { } credit)
            throw new RuleException(nameof(details.Credit), "Say who took the photo, or that it is not known.");
        if (Blank.ToNull(details.Permission) is not { } permission)
            throw new RuleException(nameof(details.Permission), "Name the licence, or who allowed the register to show the photo.");
        if (Blank.ToNull(details.SourceAddress) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new RuleException(nameof(details.SourceAddress), "Write the full web address, beginning with https:// or http://.");
        if (details.TakenOn is { } on && on.Earliest > today)
            throw new RuleException(nameof(details.TakenOn), $"{on} lies in the future. Correct it.");

        (Hash, Credit, Permission, SourceAddress, TakenOn) = (hash, credit, permission, Blank.ToNull(details.SourceAddress), details.TakenOn);
        Version++;
    }
}

/// <summary>The two sizes of a photo, made by <see cref="PhotoWorkshop"/> and never changed; gone when no photo has them any more.</summary>
public sealed class PhotoFile
{
    public const int HashLength = 64;

    private PhotoFile()
    {
    }

    /// <summary>SHA-256 of both sizes, in small hexadecimal letters.</summary>
    public string Hash { get; private set; } = "";

    public byte[] Large { get; private set; } = [];
    public int LargeWidth { get; private set; }
    public int LargeHeight { get; private set; }
    public byte[] Small { get; private set; } = [];
}

public sealed record PhotoDetails
{
    public required string? Credit { get; init; }
    public required string? Permission { get; init; }
    public string? SourceAddress { get; init; }
    public PartialDate? TakenOn { get; init; }
}

/// <summary>A photo as it is stored: two sizes without anything but pixels.</summary>
public sealed record PreparedPhoto(string Hash, byte[] Large, int LargeWidth, int LargeHeight, byte[] Small);
