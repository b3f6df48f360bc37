using LlmAspects.Components.Pricing;

namespace LlmAspects.Cli.Models;

/// <summary>The price table that a user names on the command line.</summary>
internal static class PriceFile
{
    /// <summary>Reads it; what is wrong with it is said before anything is asked.</summary>
    public static PriceTable Load(string path, string currentFolder)
    {
        try
        {
            return PriceTable.Load(Path.GetFullPath(path, currentFolder));
        }
        catch (PriceTableException error)
        {
            throw new CliException($"'{path}': {error.Message}", ExitCodes.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{path}' cannot be read: {error.Message}", ExitCodes.Usage, error);
        }
    }
}
