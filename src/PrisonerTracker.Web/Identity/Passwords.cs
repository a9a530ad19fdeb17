using Microsoft.AspNetCore.Identity;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Identity;

/// <summary>Signing in. Unknown, disabled and known people cost the same time and read the same answer (ASVS 6.3.8).</summary>
internal sealed class Passwords(
    UserManager<User> users, SignInManager<User> signIn, IPasswordHasher<User> hasher, ILogger<Passwords> logger)
{
    private static string? _hashOfNobody;

    public async Task<bool> SignInAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is not { DisabledAt: null, PasswordHash: not null })
        {
            _hashOfNobody ??= hasher.HashPassword(new User(), Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(new User(), _hashOfNobody, password);
            logger.LogWarning("Sign-in refused: {Reason} {UserId}", user is null ? "unknown" : "disabled", user?.Id);
            return false;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            logger.LogWarning("Sign-in refused: {Reason} {UserId}", "password", user.Id);
            return false;
        }

        await signIn.SignInAsync(user, isPersistent: false);
        logger.LogInformation("Signed in: {UserId}", user.Id);
        return true;
    }

    /// <summary>Changes the password and ends the person's other sessions.</summary>
    public async Task<IdentityResult> ChangeAsync(User user, string current, string chosen)
    {
        user.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(user, current, chosen);
        if (!result.Succeeded)
            return result;
        await signIn.RefreshSignInAsync(user);
        logger.LogInformation("Password changed: {UserId}", user.Id);
        return result;
    }
}
