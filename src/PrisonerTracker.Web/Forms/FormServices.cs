using Microsoft.AspNetCore.Mvc;

namespace PrisonerTracker.Web.Forms;

internal static class FormServices
{
    public static void AddForms(this IServiceCollection services) =>
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new PartialDateModelBinderProvider());
            options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, field) =>
                T("{0} cannot be “{1}”. Write a number in digits only, without commas or spaces, or choose from the list.", T(field), value));
        });
}
