using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace PrisonerTracker.Web.Forms;

/// <summary>What the attributes of a form's fields say, in the reader's language: what a field is called, and what is wrong with it.</summary>
internal sealed class ValidationWords : IStringLocalizer, IValidationMetadataProvider
{
    public LocalizedString this[string name] => new(name, T(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, T(name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    // A message that stands nowhere is the framework's, in English; only one that is written down is translated.
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(a => a.ErrorMessage is null))
        {
            switch (attribute)
            {
                case RequiredAttribute:
                    attribute.ErrorMessage = "The {0} field is required.";
                    break;
                case StringLengthAttribute:
                    attribute.ErrorMessage = "The field {0} must be a string with a maximum length of {1}.";
                    break;
                case MaxLengthAttribute:
                    attribute.ErrorMessage = "The field {0} must be a string or array type with a maximum length of {1}.";
                    break;
            }
        }
    }
}
