using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LlmAspects.Hosting.Models;

/// <summary>Tells the options of changes of the configuration that are valid; others are logged, and what was read before stays.</summary>
/// <remarks>A monitor that reads invalid options throws at whoever reloaded the configuration, and again at whoever asks it for them.</remarks>
internal sealed partial class ValidatedModelChanges : IOptionsChangeTokenSource<ModelCatalogOptions>, IDisposable
{
    private readonly IOptionsFactory<ModelCatalogOptions> _options;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;
    private ConfigurationReloadToken _token = new();

    public ValidatedModelChanges(IConfiguration section, IOptionsFactory<ModelCatalogOptions> options, ILogger logger)
    {
        _options = options;
        _logger = logger;
        _subscription = ChangeToken.OnChange(section.GetReloadToken, OnChange);
    }

    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => Volatile.Read(ref _token);

    public void Dispose() => _subscription.Dispose();

    // Whoever reloads the configuration is not to blame for what is in it: whatever is wrong with it ends here.
    private void OnChange()
    {
        try
        {
            _options.Create(Name);
        }
        catch (Exception error)
        {
            Refused(_logger, error.Message, error);
            return;
        }

        Interlocked.Exchange(ref _token, new ConfigurationReloadToken()).OnReload();
    }

    [LoggerMessage(1, LogLevel.Error, "The changed configuration of models was refused, the models stay as they were. {Problem}")]
    private static partial void Refused(ILogger logger, string problem, Exception error);
}
