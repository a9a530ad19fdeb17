using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests;

/// <summary>The whole application on a database of its own, one per test class, with one published person that no test is about.</summary>
public sealed class RegisterApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "three grey herons at dusk";

    public static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly RegisterDatabases? _databases;
    private readonly Dictionary<string, string> _settings;
    private TestDatabase? _database;
    private int _users;
    private bool _listens;

    public RegisterApp(RegisterDatabases databases)
        : this([]) => _databases = databases;

    private RegisterApp(Dictionary<string, string> settings) => _settings = settings;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The application is not started.");

    public TestClock Clock { get; } = new(Now);

    /// <summary>Every statement that pages send to the database.</summary>
    public StatementLog Statements { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (_databases is null)
            return;
        _database = await _databases.CreateAsync();
        await using var work = Work();
        await work.PrisonerAsync(Valid.Prisoner("Other Person"));
    }

    /// <summary>The services an editor uses, on the application's database, to have something to look at.</summary>
    public Work Work() => new(new RegisterContext(RegisterDatabase.Options(RegisterDatabase.ForApplication(Database.AppConnectionString)))
    {
        ShowUnpublished = true,
        ShowWithheld = true,
    }, Clock);

    /// <summary>A second instance of the application on the same database, with other settings.</summary>
    public RegisterApp Another(params (string Key, string Value)[] settings) =>
        new(settings.ToDictionary(s => s.Key, s => s.Value)) { _database = _database };

    /// <summary>Somebody who looks at the register without signing in, over the address given.</summary>
    public Browser Browser(string address = "http://localhost") => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri(address),
    }));

    /// <summary>Serves over a real socket from now on, and says on which port.</summary>
    public int Port()
    {
        if (!_listens)
        {
            UseKestrel(0);
            StartServer();
            _listens = true;
        }

        return ClientOptions.BaseAddress.Port;
    }

    /// <summary>A new user with <see cref="Password"/>, and their browser after signing in.</summary>
    public async Task<Browser> SignInAsync(Role role, string address = "http://localhost")
    {
        var user = await AddUserAsync(role);
        var browser = Browser(address);
        using var answer = await browser.SignInAsync(user.Email!, Password);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public async Task<User> AddUserAsync(Role role, Action<User>? change = null)
    {
        var name = $"user{Interlocked.Increment(ref _users)}.{Guid.NewGuid():N}@rights.example";
        var user = new User { UserName = name, Email = name, Role = role };
        change?.Invoke(user);
        await WithAsync<UserManager<User>>(async users => Assert.True((await users.CreateAsync(user, Password)).Succeeded));
        return user;
    }

    /// <summary>Works with a service of the application as a request would, in a scope of its own.</summary>
    public async Task WithAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task InDatabaseAsync(Func<RegisterContext, Task> work) => WithAsync<RegisterContext>(context =>
    {
        context.ShowUnpublished = true;
        return work(context);
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_databases is not null && _database is not null)
            await _database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:PrisonerTracker", Database.AppConnectionString);
        builder.UseSetting("Logs:Console", "false");
        builder.UseSetting("Logs:Folder", "");
        builder.UseSetting("Duplicates:Compare", "false");
        builder.UseSetting("Releases:Match", "false");
        builder.UseSetting("SignIn:BurstPerAddress", "10000");
        builder.UseSetting("SignIn:BurstOfAll", "10000");
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.Configure<MvcOptions>(options => options.Filters.Add<Faults>());
            var options = (Func<IServiceProvider, object>)services.Last(s => s.ServiceType == typeof(DbContextOptions<RegisterContext>)).ImplementationFactory!;
            services.AddSingleton(provider => new DbContextOptionsBuilder<RegisterContext>((DbContextOptions<RegisterContext>)options(provider))
                .AddInterceptors(Statements).Options);
        });
    }
}
