using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages;

[LimitedPassword]
internal sealed class SignInModel(Passwords passwords) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(256, ErrorMessage = "This e-mail address is too long.")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(PasswordRules.MaximumLength, ErrorMessage = "This password is too long.")]
    public string Password { get; set; } = "";

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Return() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await passwords.SignInAsync(Email, Password))
            return Return();
        if (ModelState.IsValid)
            ModelState.AddModelError(nameof(Email), T("This e-mail address and password do not belong together."));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private LocalRedirectResult Return() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/");
}
