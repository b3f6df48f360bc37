using CsCheck;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Quality.PersonalData;

namespace LlmAspects.Components.Tests.Quality.PersonalData;

public class PersonalDataTests
{
    private static readonly string[] Parts = ["a@b.org", " +44 20 7946 0958", " 192.168.10.254", "DE89370400440532013000", "text", ", ", "\n", "7", " sk-"];

    private readonly LlmQualityMonitor _monitor = new();

    [Theory]
    [InlineData("Write to ada.lovelace+news@mail.example.org, please.", "ada.lovelace+news@mail.example.org", PersonalDataKind.Email)]
    [InlineData("Call +44 20 7946 0958 today.", "+44 20 7946 0958", PersonalDataKind.Phone)]
    [InlineData("Call 030 1234 5678.", "030 1234 5678", PersonalDataKind.Phone)]
    [InlineData("(555) 010-9999 is free", "(555) 010-9999", PersonalDataKind.Phone)]
    [InlineData("IBAN: DE89 3704 0044 0532 0130 00.", "DE89 3704 0044 0532 0130 00", PersonalDataKind.Iban)]
    [InlineData("GB82WEST12345698765432", "GB82WEST12345698765432", PersonalDataKind.Iban)]
    [InlineData("Card 4111 1111 1111 1111 expires.", "4111 1111 1111 1111", PersonalDataKind.PaymentCard)]
    [InlineData("378282246310005", "378282246310005", PersonalDataKind.PaymentCard)]
    [InlineData("The server is 192.168.10.254.", "192.168.10.254", PersonalDataKind.IpAddress)]
    [InlineData("At 2001:db8::8a2e:370:7334 there", "2001:db8::8a2e:370:7334", PersonalDataKind.IpAddress)]
    [InlineData("api_key = \"a1b2c3d4e5f6a7b8c9d0\"", "a1b2c3d4e5f6a7b8c9d0", PersonalDataKind.Secret)]
    [InlineData("AKIAABCDEFGHIJKLMNOP", "AKIAABCDEFGHIJKLMNOP", PersonalDataKind.Secret)]
    [InlineData("x -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- y", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", PersonalDataKind.Secret)]
    public void Piece_IsFoundExactly(string text, string expected, PersonalDataKind kind)
    {
        PersonalDataSpan span = _monitor.Redact(text).Removed.ShouldHaveSingleItem();

        text.Substring(span.Start, span.Length).ShouldBe(expected);
        span.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 01 has a wrong check digit.")]
    [InlineData("4111 1111 1111 1112 has too.")]
    [InlineData("0000 0000 0000 0000")]
    [InlineData("Version 1.2.3 came on 2024-05-17 at 12:30:45.")]
    [InlineData("999.1.1.1 is no address.")]
    [InlineData("std::vector and Add::cafe are names.")]
    [InlineData("password: <your password here>")]
    [InlineData("token = ${TOKEN_FROM_ENVIRONMENT_1}")]
    [InlineData("The token counter counts tokens: 1024 of 4096.")]
    [InlineData("user@localhost")]
    [InlineData("In 1874 five masons built 12 towers for 3,000 crowns.")]
    public void OtherText_IsLeftAlone(string text)
    {
        RedactedText redacted = _monitor.Redact(text);
        redacted.Text.ShouldBe(text);
        redacted.Removed.ShouldBeEmpty();
    }

    [Fact]
    public void Redaction_KeepsEverythingElse() =>
        _monitor.Redact("Ask a@b.org or +1 555 010 9999 (card 4111111111111111).").Text.ShouldBe("Ask [email] or [phone] (card [payment card]).");

    [Fact]
    public void Report_NamesThePieces()
    {
        QualityReport report = _monitor.Evaluate("Ask a@b.org or c@d.org.", null);

        report.PersonalData.Count.ShouldBe(2);
        report.Warnings.ShouldBe(["The answer contains personal or secret data: email (2)."]);
    }

    [Fact]
    public void RedactedText_HasNothingLeft() =>
        Gen.Int[0, Parts.Length - 1].Select(static part => Parts[part]).Array[0, 12].Sample(parts =>
        {
            RedactedText once = _monitor.Redact(string.Join("; ", parts));
            _monitor.Redact(once.Text).Removed.ShouldBeEmpty();
            once.Removed.Zip(once.Removed.Skip(1)).ShouldAllBe(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);
        });

    // Each would take the square of its length, or more, if a pattern could go back over it.
    [Theory]
    [InlineData("a", 1)]
    [InlineData("a.", 2)]
    [InlineData("1 ", 2)]
    [InlineData("+1", 2)]
    [InlineData("1:", 2)]
    [InlineData("eyJ", 3)]
    [InlineData("-----BEGIN PRIVATE KEY-----", 27)]
    public void HostileText_IsReadToItsEnd(string unit, int length)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 200_000 / length)) + " a@b.org";
        _monitor.Redact(text).Removed.ShouldContain(span => span.Kind == PersonalDataKind.Email || span.Kind == PersonalDataKind.Secret);
    }
}
