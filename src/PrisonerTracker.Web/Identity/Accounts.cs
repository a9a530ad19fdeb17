using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Identity;

/// <summary>Adds people who may sign in.</summary>
internal sealed class Accounts(UserManager<User> users, ILogger<Accounts> logger)
{
    private const string ReadableCharacters = "abcdefghjkmnpqrstuvwxyz23456789"; // without those that look alike
    private const int Groups = 5;
    private const int GroupLength = 5;

    /// <summary>Adds a person whose password is already their own.</summary>
    /// <exception cref="RuleException">The address or the password is refused, or the address is taken.</exception>
    public Task AddAsync(string email, Role role, string password) => AddAsync(email, role, password, mustChange: false);

    /// <summary>Adds a person whose password somebody else will have seen.</summary>
    /// <returns>The password, which exists nowhere else and must be changed at the first sign-in.</returns>
    /// <exception cref="RuleException">The address is refused or taken.</exception>
    public async Task<string> AddWithOneTimePasswordAsync(string email, Role role)
    {
        var groups = Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(ReadableCharacters, GroupLength));
        var password = string.Join('-', groups);
        await AddAsync(email, role, password, mustChange: true);
        return password;
    }

    private async Task AddAsync(string email, Role role, string password, bool mustChange)
    {
        if (!new EmailAddressAttribute().IsValid(email))
            throw new RuleException(nameof(User.Email), $"'{email}' is not an e-mail address.");
        var user = new User { UserName = email, Email = email, Role = role, MustChangePassword = mustChange };
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
            throw new RuleException("", string.Join(" ", result.Errors.Select(e => e.Description).Distinct()));
        logger.LogInformation("User added: {UserId} {Role}", user.Id, role);
    }
}
