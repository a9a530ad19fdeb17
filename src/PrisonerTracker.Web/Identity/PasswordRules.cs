using Microsoft.AspNetCore.Identity;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Identity;

/// <summary>Length and no guessable pattern; no rules about which characters (ASVS 6.2.1, 6.2.12, NIST SP 800-63B).</summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public const int MinimumLength = 15;
    public const int MaximumLength = 128;

    private const int FewDifferentCharacters = 5;
    private const int ShortestTellingName = 4;

    private static readonly HashSet<string> Common = Read("common-passwords.txt");

    public static PasswordOptions Options => new()
    {
        RequiredLength = MinimumLength,
        RequiredUniqueChars = 1,
        RequireDigit = false,
        RequireLowercase = false,
        RequireUppercase = false,
        RequireNonAlphanumeric = false,
    };

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Email ?? "") is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = problem })
            : IdentityResult.Success);

    private static string? Problem(string password, string email)
    {
        var plain = Plain(password);
        if (password.Length > MaximumLength)
            return T("Use at most {0} characters.", MaximumLength);
        if (plain.Distinct().Count() < FewDifferentCharacters || IsSequence(plain))
            return T("This password repeats or counts up; choose one that is harder to guess.");
        if (Common.Contains(plain))
            return T("This password is on the lists that attackers try first; choose another.");
        return Tells(email).Any(part => plain.Contains(part, StringComparison.Ordinal))
            ? "The password contains your e-mail address; choose one that does not."
            : null;
    }

    private static IEnumerable<string> Tells(string email) =>
        new[] { email, email.Split('@')[0] }.Select(Plain).Where(part => part.Length >= ShortestTellingName);

    /// <summary>Letters and digits in lower case: "Pass-Word…" is as guessable as "password…".</summary>
    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>One piece again and again, or characters that go up or down one by one (wrapping round at 9 and z).</summary>
    private static bool IsSequence(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(size => Enumerable.Range(size, text.Length - size).All(i => text[i] == text[i - size]))
        || text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First is 1 or -9 or -25)
        || text.Zip(text.Skip(1)).All(pair => pair.Second - pair.First is -1 or 9 or 25);

    private static HashSet<string> Read(string file)
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"No embedded file {file}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Plain)];
    }
}
