namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>How a written form belongs to a given name.</summary>
internal enum GivenNameKind
{
    /// <summary>A full form, as in a passport of some country.</summary>
    Full,

    /// <summary>A diminutive or other short form.</summary>
    Short,

    /// <summary>A full or short form in the accusative or genitive case.</summary>
    Inflected,
}

/// <summary>A given name of the table that a written word may be.</summary>
internal readonly record struct GivenNameHit(GivenName Name, GivenNameKind Kind);
