using Microsoft.AspNetCore.Identity;

namespace PrisonerTracker.Core.Users;

/// <summary>What a signed-in person may do; each role may do all that the ones before it may.</summary>
public enum Role
{
    Viewer,
    Editor,
    Administrator,
}

public sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();

    public Role Role { get; set; }

    /// <summary>The password was given by somebody else and must be changed before anything else is done.</summary>
    public bool MustChangePassword { get; set; }

    public DateTime? DisabledAt { get; set; }
}
