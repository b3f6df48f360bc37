using System.Buffers.Binary;

namespace LlmAspects.Components.Tests.Tokens.Images;

/// <summary>Files that a browser wrote, 37 by 21 pixels each, and headers of any size.</summary>
internal static class ImageFiles
{
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAACUAAAAVCAYAAADB5CeuAAAAQElEQVR4AezSsQ0AAAgCQeL+O+MKX1K8iR2FObkmXdvL4HgUfYpSSlEBmrNTSlEBmrNTSlEBmrNTSlEBmpvs1AMAAP//k+GKcwAAAAZJREFUAwDKvknhluSQtAAAAABJRU5ErkJggg==");

    /// <summary>Up to the first bytes of the scan.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv///////////////////////////"
        + "//////////////////////////////////////////////wAARCAAVACUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAME/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AkAk=");

    public static byte[] WebPLossy { get; } = Convert.FromBase64String("UklGRkYAAABXRUJQVlA4IDoAAAAwAwCdASolABUAP3G202G0ryqmJWgCkC4JZwDPKA8KmggAAP7guX6qOxyc//wQX4g/UGoxJW154AAA");

    public static byte[] WebPLossless { get; } = Convert.FromBase64String("UklGRhwAAABXRUJQVlA4TA8AAAAvJAAFAAcQ/Y/+ByKi/wEA");

    /// <summary>Up to the first bytes of the colour profile.</summary>
    public static byte[] WebPExtended { get; } = Convert.FromBase64String("UklGRkACAABXRUJQVlA4WAoAAAAwAAAAJAAAFAAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZ");

    public static byte[] Gif { get; } = [.. "GIF89a"u8, 37, 0, 21, 0, 0xF0, 0, 0, 0xFF, 0, 0, 0, 0, 0, 0x3B];

    public static TheoryData<string, byte[]> All => new()
    {
        { "PNG", Png }, { "JPEG", Jpeg }, { "GIF", Gif }, { "WebP, lossy", WebPLossy }, { "WebP, lossless", WebPLossless }, { "WebP, extended", WebPExtended },
    };

    /// <summary>The header of a PNG of any size.</summary>
    public static byte[] PngHeader(uint width, uint height)
    {
        byte[] file = Png[..33];
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    /// <summary>A JPEG of these segments; each is its code and its content, without the length.</summary>
    public static byte[] JpegOf(params (byte Code, byte[] Content)[] segments)
    {
        List<byte> file = [0xFF, 0xD8];
        foreach ((byte code, byte[] content) in segments)
        {
            int length = content.Length + 2;
            file.AddRange([0xFF, code, (byte)(length >> 8), (byte)length, .. content]);
        }

        return [.. file];
    }

    /// <summary>The content of a frame header.</summary>
    public static byte[] Frame(ushort width, ushort height) => [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
}
