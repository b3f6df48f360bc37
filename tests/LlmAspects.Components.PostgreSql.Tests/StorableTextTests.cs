namespace LlmAspects.Components.PostgreSql.Tests;

public sealed class StorableTextTests
{
    // No attributes: they would lose lone surrogates.
    private static readonly (string Text, string Written)[] Texts =
    [
        ("plain é \ud83d\ude00", "plain é \ud83d\ude00"),
        ("a\0b", "a\\0000b"),
        ("\\", "\\005c"),
        ("\\0000", "\\005c0000"),
        ("\ud83d", "\\d83d"),
        ("\ude00\ud83d\ud83d\ude00", "\\de00\\d83d\ud83d\ude00"),
    ];

    [Fact]
    public void Text_IsWrittenWithoutWhatIsRefused() => Texts.Select(row => StorableText.Write(row.Text)).ShouldBe(Texts.Select(row => row.Written));

    [Fact]
    public void WrittenText_IsReadAsItWas() => Texts.Select(row => StorableText.Read(row.Written)).ShouldBe(Texts.Select(row => row.Text));

    [Theory]
    [InlineData("\\")]
    [InlineData("\\000")]
    [InlineData("\\00g0")]
    public void EscapeThatIsNone_IsRefused(string written) => Should.Throw<InvalidDataException>(() => StorableText.Read(written));
}
