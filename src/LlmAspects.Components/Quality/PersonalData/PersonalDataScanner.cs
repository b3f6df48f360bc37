using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace LlmAspects.Components.Quality.PersonalData;

/// <summary>Finds personal and secret data by form and check digits. What needs knowledge, such as names and addresses of people, it does not find. Static, thread-safe.</summary>
internal static class PersonalDataScanner
{
    private const int MinSecretLength = 16;
    private const int MinPhoneDigits = 9;
    private const int MaxPhoneDigits = 15;

    private const int LongestKey = 20_000;
    private const string KeyEnd = "PRIVATE KEY-----";

    private static readonly Regex PrivateKey = PersonalDataPatterns.PrivateKey();

    private static readonly SearchValues<char> Placeholders = SearchValues.Create("*$%{}[]()");

    // Where pieces overlap the first kind wins.
    private static readonly (PersonalDataKind Kind, Regex Pattern, string? Group, Func<string, Range, bool> Accepts)[] Rules =
    [
        (PersonalDataKind.Secret, PrivateKey, null, static (_, _) => true),
        (PersonalDataKind.Secret, PersonalDataPatterns.KnownKey(), null, static (_, _) => true),
        (PersonalDataKind.Secret, PersonalDataPatterns.Assignment(), "value", static (text, range) => IsRandom(text.AsSpan()[range])),
        (PersonalDataKind.Email, PersonalDataPatterns.Email(), null, static (_, _) => true),
        (PersonalDataKind.Iban, PersonalDataPatterns.Iban(), null, static (text, range) => CheckDigits.IsIban(text.AsSpan()[range])),
        (PersonalDataKind.PaymentCard, PersonalDataPatterns.Card(), null, static (text, range) => CheckDigits.IsLuhn(text.AsSpan()[range])),
        (PersonalDataKind.IpAddress, PersonalDataPatterns.IpAddress(), null, static (text, range) => IsAddress(text.AsSpan()[range])),
        (PersonalDataKind.Phone, PersonalDataPatterns.Phone(), null, static (text, range) => IsPhone(text.AsSpan()[range])),
    ];

    public static List<PersonalDataSpan> Find(string text)
    {
        var found = new List<PersonalDataSpan>();
        foreach ((PersonalDataKind kind, Regex pattern, string? group, Func<string, Range, bool> accepts) in Rules)
        {
            for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                Group piece = group is null ? match : match.Groups[group];
                int length = pattern == PrivateKey ? LengthOfKey(text, piece) : piece.Length;
                var span = new PersonalDataSpan(kind, piece.Index, length);
                if (accepts(text, span.Start..span.End) && !found.Exists(other => other.Start < span.End && span.Start < other.End))
                {
                    found.Add(span);
                }
            }
        }

        found.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    public static RedactedText Redact(string text)
    {
        List<PersonalDataSpan> spans = Find(text);
        var result = new StringBuilder(text.Length);
        int position = 0;
        foreach (PersonalDataSpan span in spans)
        {
            result.Append(text, position, span.Start - position).Append('[').Append(NameOf(span.Kind)).Append(']');
            position = span.End;
        }

        return new RedactedText(spans.Count == 0 ? text : result.Append(text, position, text.Length - position).ToString(), spans);
    }

    /// <summary>The kind in words.</summary>
    public static string NameOf(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Email => "email",
        PersonalDataKind.Phone => "phone",
        PersonalDataKind.Iban => "iban",
        PersonalDataKind.PaymentCard => "payment card",
        PersonalDataKind.IpAddress => "ip address",
        _ => "secret",
    };

    /// <summary>To the end of the last line of the key; without one, as far as a key can reach.</summary>
    private static int LengthOfKey(string text, Group header)
    {
        ReadOnlySpan<char> rest = text.AsSpan(header.Index + header.Length);
        rest = rest[..Math.Min(rest.Length, LongestKey)];
        int end = rest.IndexOf(KeyEnd, StringComparison.Ordinal);
        return header.Length + (end < 0 ? rest.Length : end + KeyEnd.Length);
    }

    // "a::b" and "Add::cafe" are addresses by their form, but names in code more often.
    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.Length > 4 && text.ContainsAnyInRange('0', '9') && IPAddress.TryParse(text, out _);

    private static bool IsPhone(ReadOnlySpan<char> text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits is >= MinPhoneDigits and <= MaxPhoneDigits;
    }

    /// <summary>Whether a value looks made by a machine: long, letters and digits, no place-holder.</summary>
    private static bool IsRandom(ReadOnlySpan<char> value) =>
        value.Length >= MinSecretLength && value.ContainsAnyInRange('0', '9') && (value.ContainsAnyInRange('a', 'z') || value.ContainsAnyInRange('A', 'Z')) && !value.ContainsAny(Placeholders);
}
