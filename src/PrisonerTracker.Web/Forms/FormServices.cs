using Microsoft.AspNetCore.Mvc;

namespace PrisonerTracker.Web.Forms;

internal static class FormServices
{
    public static void AddForms(this IServiceCollection services) =>
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new PartialDateModelBinderProvider()));
}
