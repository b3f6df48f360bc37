using CsCheck;
using LlmAspects.Components.Tokens.Images;

namespace LlmAspects.Components.Tests.Tokens.Images;

public class ImageHeaderTests
{
    private static readonly ImageSize Size = new(37, 21);

    private static readonly byte[][] Beginnings =
    [
        ImageFiles.Png[..16], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xC0], "GIF87a"u8.ToArray(), ImageFiles.WebPLossy[..20], ImageFiles.WebPLossless[..20], ImageFiles.WebPExtended[..20], [],
    ];

    [Theory]
    [MemberData(nameof(ImageFiles.All), MemberType = typeof(ImageFiles))]
    public void File_TellsItsSize(string format, byte[] file) => Read(file).ShouldBe(Size, format);

    [Theory]
    [MemberData(nameof(ImageFiles.All), MemberType = typeof(ImageFiles))]
    public void FileThatIsBrokenOff_TellsItsSizeOrNothing(string format, byte[] file)
    {
        int known = 0;
        for (int length = 0; length < file.Length; length++)
        {
            ImageSize? size = Read(file[..length]);
            (size is null || size == Size).ShouldBeTrue(format);
            known += size is null ? 0 : 1;
        }

        known.ShouldBeInRange(1, file.Length - 10, format);
    }

    [Fact]
    public void AnyBytes_AreSafe() =>
        Gen.Select(Gen.OneOf(Beginnings), Gen.Byte.Array[0, 200]).Sample((beginning, rest) =>
        {
            if (Read([.. beginning, .. rest]) is { } size)
            {
                size.Width.ShouldBeGreaterThan(0);
                size.Height.ShouldBeGreaterThan(0);
            }
        }, iter: 20_000);

    [Fact]
    public void FileWithChangedBytes_IsSafe() =>
        Gen.Select(Gen.OneOf([.. ImageFiles.All.Select(row => (byte[])row[1])]), Gen.Int[0, 60], Gen.Byte).Sample((file, place, value) =>
        {
            byte[] changed = [.. file];
            changed[place % changed.Length] = value;

            Read(changed);
        }, iter: 20_000);

    [Fact]
    public void AnySizeOfAJpeg_IsFoundBehindOtherSegments() =>
        Gen.Select(Gen.UShort[1, ushort.MaxValue], Gen.UShort[1, ushort.MaxValue], Gen.Byte.Array[0, 300], Gen.OneOf<byte>(0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCF)).Sample((width, height, other, frame) =>
            Read(ImageFiles.JpegOf((0xE1, other), (0xC4, other), (0xFE, other), (frame, ImageFiles.Frame(width, height)))) == new ImageSize(width, height));

    // The marker before it holds a picture of its own: only whole segments may be skipped.
    [Fact]
    public void ThumbnailInsideASegment_IsNotTheImage() =>
        Read(ImageFiles.JpegOf((0xE1, ImageFiles.JpegOf((0xC0, ImageFiles.Frame(160, 120)))), (0xC2, ImageFiles.Frame(4_000, 3_000)))).ShouldBe(new ImageSize(4_000, 3_000));

    [Fact]
    public void FillBytesAndMarkersWithoutASegment_AreSkipped() =>
        Read([0xFF, 0xD8, 0xFF, 0xFF, 0x01, 0xFF, 0xD0, .. ImageFiles.JpegOf((0xC0, ImageFiles.Frame(5, 6)))]).ShouldBe(new ImageSize(5, 6));

    [Theory]
    [InlineData(0xC4)]
    [InlineData(0xC8)]
    [InlineData(0xCC)]
    [InlineData(0xDA)]
    [InlineData(0xD9)]
    public void SegmentThatIsNoFrame_TellsNoSize(byte code) => Read(ImageFiles.JpegOf((code, ImageFiles.Frame(5, 6)))).ShouldBeNull();

    [Fact]
    public void FrameBehindTheScan_IsNotReached() => Read(ImageFiles.JpegOf((0xDA, [1]), (0xC0, ImageFiles.Frame(5, 6)))).ShouldBeNull();

    [Theory]
    [InlineData(0u, 5u)]
    [InlineData(5u, 0u)]
    [InlineData(0x8000_0000u, 5u)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    public void ImpossibleSize_IsNone(uint width, uint height) => Read(ImageFiles.PngHeader(width, height)).ShouldBeNull();

    [Fact]
    public void LargestPng_IsRead() => Read(ImageFiles.PngHeader(int.MaxValue, int.MaxValue)).ShouldBe(new ImageSize(int.MaxValue, int.MaxValue));

    [Fact]
    public void LargestWebP_IsRead() =>
        Read([.. ImageFiles.WebPExtended[..24], 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]).ShouldBe(new ImageSize(1 << 24, 1 << 24));

    // The two upper bits say how the image is scaled for display.
    [Fact]
    public void ScalingOfALossyWebP_IsNotItsSize()
    {
        byte[] file = [.. ImageFiles.WebPLossy];
        file[27] |= 0x40;
        file[29] |= 0xC0;

        Read(file).ShouldBe(Size);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"5\" height=\"5\"/>")]
    [InlineData("RIFF____WAVEfmt_____________")]
    [InlineData("GIF90a__________")]
    public void OtherFormats_AreNotRead(string text) => Read(System.Text.Encoding.ASCII.GetBytes(text)).ShouldBeNull();

    private static ImageSize? Read(byte[] file) => ImageHeader.TryReadSize(file, out ImageSize size) ? size : null;
}
