using LlmAspects.Errors;

namespace LlmAspects.AspNetCore.Tests.Browser;

/// <summary>An operation that fails.</summary>
internal static class BrowserErrors
{
    public static void Throw()
    {
        using var scope = ErrorScope.BeginOperation("browser_tests", "fail");
        try
        {
            throw new FormatException();
        }
        catch (FormatException error) when (scope.Capture(error))
        {
        }
    }
}
