using System.Text.RegularExpressions;

namespace LlmAspects.Components.Quality.PersonalData;

/// <summary>Candidates of personal data. Every repetition is bounded, and the time too: a text cannot be made that takes long.</summary>
internal static partial class PersonalDataPatterns
{
    private const int TimeoutMilliseconds = 10_000;

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}(?![\w-])", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Email();

    [GeneratedRegex(@"(?<![\w+])(?:\+[1-9][0-9]{0,3}(?:[ ./-]?\(?(?>[0-9]{1,5})\)?){2,6}|(?<![0-9][ ./-])\(?0[0-9]{1,4}\)?(?:[ ./-][0-9]{2,5}){1,4}|(?<![0-9][ ./-])\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[ .-][0-9]{4})(?!\w|[ ./-][0-9])", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Phone();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Iban();

    [GeneratedRegex(@"(?<![\w.-]|[0-9] )[0-9](?:[ -]?[0-9]){11,18}(?![\w-])", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Card();

    [GeneratedRegex(@"(?<![\w.:])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w:]|\.[0-9])|(?<![\w.:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex IpAddress();

    [GeneratedRegex(
        @"(?<![\w-])(?:sk-(?:[a-z]{2,8}-)?[\w-]{20,200}|gh[pousr]_\w{30,100}|github_pat_\w{30,100}|glpat-[\w-]{16,64}|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|xox[abprs]-[\w-]{10,200}|eyJ[\w-]{8,1000}\.eyJ[\w-]{4,4000}\.[\w-]{10,1000})(?![\w-])",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds)]
    public static partial Regex KnownKey();

    /// <summary>The first line of a private key only; <see cref="PersonalDataScanner"/> finds the last one.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?:api[_-]?key|access[_-]?key|secret[_-]?key|client[_-]?secret|secret|token|passwd|password|pwd)[""']?[ \t]{0,4}[:=][ \t]{0,4}[""']?(?<value>[^\s""'<>;,]{8,200})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Assignment();
}
