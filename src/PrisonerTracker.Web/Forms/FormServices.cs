using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;

namespace PrisonerTracker.Web.Forms;

internal static class FormServices
{
    public static void AddForms(this IServiceCollection services)
    {
        var words = new ValidationWords();
        services.AddLocalization();
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options => options.DataAnnotationLocalizerProvider = (_, _) => words);
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new PartialDateModelBinderProvider());
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((value, field) =>
                T("{0} cannot be “{1}”. Write a number in digits only, without commas or spaces, or choose from the list.", T(field), value));
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T("The value '{0}' is not valid.", value));
            messages.SetValueMustNotBeNullAccessor(value => T("The value '{0}' is invalid.", value));
        });

        // After the framework has read the attributes.
        services.PostConfigure<MvcOptions>(options => options.ModelMetadataDetailsProviders.Add(words));
    }
}
