using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Settings.Configuration;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>
/// All of Serilog, and what may be written down: never a search text, a reader's address or browser, or a person's name. Exceptions
/// are written by kind and place without their message, because messages repeat what was typed.
/// </summary>
internal static class Logging
{
    private const string Template =
        "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Fault}";

    private const int DaysKept = 14;

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(Logger(builder.Configuration, builder.Environment), dispose: true);
    }

    public static void UseRequestLog(this WebApplication app) =>
        app.Use(new RequestLog(app.Services.GetRequiredService<ILogger<RequestLog>>()).InvokeAsync);

    /// <summary>After routing: an error page that is shown later must not stand in the log instead of what was asked for.</summary>
    public static void UseRouteInLog(this WebApplication app) => app.Use((context, next) =>
    {
        RequestLog.Remember(context);
        return next(context);
    });

    private static Logger Logger(IConfiguration configuration, IHostEnvironment environment)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
            .ReadFrom.Configuration(configuration, new ConfigurationReaderOptions(typeof(FileLoggerConfigurationExtensions).Assembly))
            .Filter.ByExcluding(RepeatsException)
            .Enrich.With<FaultEnricher>();
        if (configuration.GetValue("Logs:Console", defaultValue: true))
            logger.WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose);
        if (Folder(configuration, environment) is { } folder)
            logger.WriteTo.File(
                Path.Combine(folder, "register-.log"), outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept);
        return logger.CreateLogger();
    }

    /// <summary>Null when switched off (<c>Logs:Folder</c> is empty) or not writable.</summary>
    private static string? Folder(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = configuration["Logs:Folder"] ?? Path.Combine(DataFolder.Of(configuration, environment), "logs");
        if (folder.Length == 0)
            return null;
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>EF Core writes the whole exception into its message; the same exception is logged once more where it ends.</summary>
    private static bool RepeatsException(LogEvent logged) =>
        logged.Exception is not null && SourceOf(logged).StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    private static string SourceOf(LogEvent logged) =>
        logged.Properties.TryGetValue(Constants.SourceContextPropertyName, out var value) && value is ScalarValue { Value: string source }
            ? source
            : "";
}

/// <summary>An exception by kind and place, down to the first cause.</summary>
internal sealed class FaultEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Exception is not null)
            logEvent.AddPropertyIfAbsent(new LogEventProperty("Fault", new ScalarValue(Describe(logEvent.Exception))));
    }

    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var fault = exception; fault is not null; fault = fault.InnerException)
        {
            text.Append(fault.GetType().FullName);
            if (fault is PostgresException postgres)
                text.Append(CultureInfo.InvariantCulture, $" {postgres.SqlState} {postgres.TableName} {postgres.ConstraintName}");
            text.AppendLine().AppendLine(fault.StackTrace);
        }

        return text.ToString();
    }
}

/// <summary>One line per request: method, route, status, time. The route is the template, not what stands in it.</summary>
internal sealed class RequestLog(ILogger<RequestLog> logger)
{
    private const string NoRoute = "(no route)";
    private static readonly object RouteKey = new();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        var method = RequestRules.IsAllowed(context.Request.Method) ? context.Request.Method : "(other)";
        try
        {
            await next(context);
        }
        finally
        {
            var route = context.Items[RouteKey] as string ?? NoRoute;
            logger.Log(
                route.StartsWith("/healthz", StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Information,
                "{RequestId} {Method} {Route} {Status} in {Elapsed} ms",
                context.TraceIdentifier, method, route, context.Response.StatusCode,
                (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    public static void Remember(HttpContext context)
    {
        var template = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        context.Items.TryAdd(RouteKey, template is null ? NoRoute : "/" + template.TrimStart('/'));
    }
}
