using PrisonerTracker.Web.Verbs;

if (args is ["names", ..])
    return await NamesVerbs.Create().Parse(args[1..]).InvokeAsync();

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;
