using Microsoft.AspNetCore.Mvc.ModelBinding;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Forms;

/// <summary>Reads a date as it is known, and says how to write it when it cannot be read. What was typed stays in the field.</summary>
internal sealed class PartialDateModelBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
            return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        if (string.IsNullOrWhiteSpace(value.FirstValue))
            bindingContext.Result = ModelBindingResult.Success(null);
        else if (PartialDate.TryParse(value.FirstValue, out var date))
            bindingContext.Result = ModelBindingResult.Success(date);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, T("This is not a date. Write 2021, 2021-09 or 2021-09-06; put c. in front when it is approximate."));
        return Task.CompletedTask;
    }
}

internal sealed class PartialDateModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(PartialDate) ? new PartialDateModelBinder() : null;
}
