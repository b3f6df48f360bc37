using System.Text.RegularExpressions;

namespace LlmAspects.Errors;

/// <summary>Takes out of a text what looks like a credential. What it knows are forms, not secrets: it lowers the risk of recorded messages and does not remove it.</summary>
internal static partial class SecretScrubber
{
    internal const string Replacement = "[redacted]";

    /// <summary>Of a longer text the rest is not recorded anyway.</summary>
    internal const int MaximumLength = 4096;

    internal static string Scrub(string text) => Named().Replace(Known().Replace(text, Replacement), "$1" + Replacement);

    // Keys of OpenAI, Anthropic and Stripe (sk-, pk_live_), AWS, GitHub, Google, Slack and Hugging Face; tokens in JWT form (RFC 7519) or behind "Bearer" (RFC 6750);
    // the password of a URL (RFC 3986, 3.2.1).
    [GeneratedRegex(
        @"\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{20,}|\bAIza[0-9A-Za-z_-]{30,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bhf_[A-Za-z0-9]{20,}|\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?|(?<=\b[Bb]earer )[A-Za-z0-9._~+/-]{8,}=*|(?<=://[^\s/:@]{0,100}:)[^\s/@]+(?=@)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    [GeneratedRegex(
        @"(\b(?:api[-_ ]?key|apikey|access[-_ ]?token|auth[-_ ]?token|token|client[-_ ]?secret|secret|password|passwd|pwd|signature|sig)\b[""']?\s*[:=]\s*[""']?)[^\s""'&,;)\]}]{3,}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
