using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Account;

[LimitedPassword]
internal sealed class PasswordModel(UserManager<User> users, Passwords passwords) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter your current password.")]
    [StringLength(PasswordRules.MaximumLength, ErrorMessage = "This password is too long.")]
    public string Current { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Enter a new password.")]
    public string Chosen { get; set; } = "";

    public bool MustChange => User.HasClaim(claim => claim.Type == UserClaims.MustChangePassword);

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && Chosen == Current)
            ModelState.AddModelError(nameof(Chosen), T("Choose another password than the current one."));
        if (!ModelState.IsValid || !await ChangeAsync())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData.Say(T("Your password was changed. Other sessions of yours end within a minute."));
        return LocalRedirect("~/");
    }

    private async Task<bool> ChangeAsync()
    {
        var user = await users.GetUserAsync(User) ?? throw new InvalidOperationException("The session's user is gone.");
        var result = await passwords.ChangeAsync(user, Current, Chosen);
        foreach (var error in result.Errors)
        {
            if (error.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
                ModelState.AddModelError(nameof(Current), T("This is not your current password."));
            else
                ModelState.AddModelError(nameof(Chosen), error.Description);
        }

        return result.Succeeded;
    }
}
