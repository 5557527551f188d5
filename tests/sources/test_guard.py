"""What may be reached. The lists are ours; they cover the classes of the public collections."""

import socket
from ipaddress import ip_address

import pytest

from bot.core.errors import AddressRefusedError, NotALinkError
from bot.sources.addresses.networks import is_public
from bot.sources.guard import Guard


def addresses(text: str) -> list[str]:
    return text.split()


# One address from each end of every network that is not public, and what stands for one of them.
INWARD = addresses("""
0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255
168.63.129.16 169.254.0.0 169.254.169.254 169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.192
192.0.0.255 192.0.2.0 192.0.2.255 192.31.196.7 192.52.193.7 192.88.99.0 192.88.99.255 192.168.0.0
192.168.255.255 192.175.48.7 198.18.0.0 198.19.255.255 198.51.100.0 198.51.100.255 203.0.113.0
203.0.113.255 224.0.0.0 239.255.255.250 240.0.0.0 255.255.255.255 :: ::1 ::7f00:1 ::ffff:7f00:1
::ffff:8.8.8.8 ::ffff:0:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 1::1 2001::1
2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff 2001:db8::1
2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 2002:7f00:1::1 2002:c0a8:101::1 2620:4f:8000::1 3fff::1
3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff 4000::1 5f00::1 e000::1 fc00::1 fd00:ec2::254 fdff::1 fe80::1
febf::1 fec0::1 ff02::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
""")
# The neighbours of those networks, and some well-known addresses.
OUTWARD = addresses("""
1.0.0.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15
168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0 192.0.3.0
192.88.98.255 192.88.100.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255
198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 2001:200::1 2001:4860:4860::8888 2001:db7::1
2001:db9::1 2003::1 2606:4700:4700::1111 2620:4f:8001::1 2a00:1450::1 3ffe::1
""")


@pytest.mark.parametrize("address", INWARD)
def test_an_address_that_leads_inward_is_not_public(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", OUTWARD)
def test_the_address_beside_it_is_public(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", INWARD + OUTWARD)
def test_an_address_in_a_link_is_judged_like_any_other(address):
    host = f"[{address}]" if ":" in address else address
    link = f"http://{host}/"
    if is_public(ip_address(address)):
        assert Guard().check_link(link).raw_host == str(ip_address(address))
    else:
        with pytest.raises(AddressRefusedError):
            Guard().check_link(link)


REFUSED_LINKS = [
    # numbers that some parser takes for an address
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7F.0.0.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0/",
    "http://0x/",
    "http://10.0.0.001/",
    "http://300.1.2.3/",
    "http://1.2.3.4.5/",
    "http://host.7/",
    "http://host.0x7/",
    "http://4294967297/",
    "http://127.0.0.1./",
    # digits and dots of other scripts
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
    "http://１２７.0.0.1/",
    "http://١٢٧.0.0.١/",
    # a host that is hidden, or that parsers disagree about
    "http://user@127.0.0.1/",
    "http://user:pass@example.com/",
    "http://@example.com/",
    "http://example.com@169.254.169.254/",
    "http://example.com:80@127.0.0.1/",
    "http://127.0.0.1\\@example.com/",
    "http:\\\\127.0.0.1\\",
    "http://example.com\\.internal/",
    "http://127.0.0.1:80:80/",
    "http://exa mple.com/",
    "http://example.com\t/",
    "http://example.com/\r\nHost: inside",
    "http://exa\x00mple.com/",
    "http://%31%32%37.0.0.1/",
    "http://example%2ecom/",
    "http://exam<ple.com/",
    "http://exam|ple.com/",
    "http://exam^ple.com/",
    "http://exam*ple.com/",
    "http://[::1/",
    "http://::1]/",
    "http://::1/",
    "http://[::1]x/",
    "http://[fe80::1%25eth0]/",
    "http://[fe80::1%eth0]/",
    "http://[127.0.0.1]/",
    "http://[]/",
    "http:///path",
    "http://:80/",
    "http://./",
    "http://a..b/",
    "http://xn--/",
    "http://xn--a/",
    "http://\ufffd.com/",
    "http://" + "a" * 64 + ".com/",
    "http://" + ".".join(["abcdefgh"] * 40) + "/",
    "http://example.com/\ud800",
    # ports
    "http://example.com:0/",
    "http://example.com:65536/",
    "http://example.com:99999999999/",
    "http://example.com:-80/",
    "http://example.com:8o80/",
    "http://example.com:٨٠/",
    *(f"http://example.com:{port}/" for port in (21, 22, 25, 110, 445, 3306, 6379, 9200, 11211)),
    # schemes
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:70/_x",
    "dict://127.0.0.1:11211/stats",
    "ws://example.com/",
    "wss://example.com/",
    "jar:http://example.com!/",
    "blob:http://example.com/x",
    "data:text/html,hello",
    "javascript:alert(1)",
    "about:blank",
    "unix:///var/run/docker.sock",
    "http:example.com",
    "//example.com/",
    "example.com",
    "",
    # names of metadata services
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://METADATA.GOOGLE.INTERNAL./",
    "http://metadata/",
    "http://instance-data/latest/",
    "http://metadata.packet.net/",
    "http://rancher-metadata/",
    "http://ｍｅｔａｄａｔａ.google.internal/",
    "http://metadata。google。internal/",
    "http://meta\u00addata.google.internal/",
    # too long for any server
    "http://example.com/" + "a" * 10_000,
]


@pytest.mark.parametrize("link", REFUSED_LINKS)
def test_a_link_that_must_not_be_opened_is_refused(link):
    with pytest.raises((NotALinkError, AddressRefusedError)):
        Guard().check_link(link)


@pytest.mark.parametrize(
    ("link", "sent"),
    [
        ("http://example.com", "http://example.com"),
        ("  https://example.com/a  ", "https://example.com/a"),
        ("HTTPS://EXAMPLE.com/A?B", "https://example.com/A?B"),
        ("https://example.com./", "https://example.com./"),
        ("https://example.com:8443/", "https://example.com:8443/"),
        ("http://example.com:8080?q", "http://example.com:8080/?q"),
        ("https://example.com:/", "https://example.com/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://例え.テスト/記事", "https://xn--r8jz45g.xn--zckzah/%E8%A8%98%E4%BA%8B"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://🔐.example.com/", "https://xn--jv8h.example.com/"),
        ("https://example.com/@user/1", "https://example.com/@user/1"),
        ("https://example.com/?to=a@b:80", "https://example.com/?to=a@b:80"),
        ("https://example.com/a\\b", "https://example.com/a%5Cb"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://192.168.257.com/", "https://192.168.257.com/"),
        ("https://1.1.1.1.nip.io/", "https://1.1.1.1.nip.io/"),
        ("https://metadata.example.com/", "https://metadata.example.com/"),
        ("https://under_score.example.com/", "https://under_score.example.com/"),
        ("https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
    ],
)
def test_an_ordinary_link_is_let_through(link, sent):
    assert str(Guard().check_link(link)) == sent


class TestOwnNetworks:
    """What the operator allows."""

    def test_they_are_reached_on_any_port(self):
        guard = Guard(["192.168.7.0/24"])
        assert guard.check_link("http://192.168.7.9:5000/").port == 5000
        assert guard.permits(ip_address("192.168.7.9"), 22)

    def test_their_neighbours_are_not(self):
        guard = Guard(["192.168.7.0/24"])
        assert not guard.permits(ip_address("192.168.8.1"), 80)
        with pytest.raises(AddressRefusedError):
            guard.check_link("http://192.168.8.1/")

    def test_the_public_web_keeps_its_ports(self):
        assert not Guard(["10.0.0.0/8"]).permits(ip_address("8.8.8.8"), 22)

    @pytest.mark.parametrize(
        "address",
        addresses("""
        169.254.169.254 168.63.129.16 100.100.100.200 192.0.0.192 169.254.170.2 169.254.170.23 169.254.42.42
        fd00:ec2::254 fd00:ec2::23 fd00:42::42 fd20:ce::254 fd00:a9fe:a9fe::1 fe80::a9fe:a9fe
        ::ffff:169.254.169.254 64:ff9b::169.254.169.254 64:ff9b:1::169.254.169.254 ::169.254.169.254
        ::ffff:0:169.254.169.254 2002:a9fe:a9fe::1 2001:0:a9fe:a9fe::1 2001:0:808:808:0:0:5601:5601
        fe80::5efe:a9fe:a9fe fe80::200:5efe:a9fe:a9fe
        """),
    )
    def test_metadata_services_stay_closed(self, address):
        assert not Guard(["0.0.0.0/0", "::/0"]).permits(ip_address(address), 80)
        with pytest.raises(AddressRefusedError):
            Guard(["0.0.0.0/0"]).check_link("http://metadata.google.internal/")

    @pytest.mark.parametrize(
        "address", ["2002:808:808::1", "2001:0:808:808:0:0:f7f7:f7f7", "fd00::5efe:808:808", "::1", "fd12::1"]
    )
    def test_what_leads_to_no_closed_address_is_open_in_an_own_network(self, address):
        assert Guard(["::/0"]).permits(ip_address(address), 5000)
        assert not Guard(["10.0.0.0/8"]).permits(ip_address(address), 5000)

    @pytest.mark.parametrize("address", ["2002:7f00:1::1", "2001:0:808:808:0:0:80ff:fffe"])
    def test_a_tunnel_to_an_address_that_is_not_allowed_is_closed(self, address):
        assert not Guard(["2000::/3"]).permits(ip_address(address), 80)

    def test_an_interface_does_not_hide_an_address(self):
        info = (socket.AF_INET6, socket.SOCK_STREAM, 0, "", ("fe80::a9fe:a9fe%1", 80, 0, 1))
        with pytest.raises(AddressRefusedError):
            Guard(["fe80::/10"]).open_socket(info)

    def test_nat64_is_judged_by_the_address_inside(self):
        guard = Guard(["64:ff9b::/96"])
        assert guard.permits(ip_address("64:ff9b::8.8.8.8"), 443)
        assert not guard.permits(ip_address("64:ff9b::127.0.0.1"), 443)
        assert not guard.permits(ip_address("64:ff9b::169.254.169.254"), 80)
        assert not Guard().permits(ip_address("64:ff9b::8.8.8.8"), 443)


def test_of_an_allowed_site_one_port_is_open():
    guard = Guard(allow_sites=[("127.0.0.1", 8090)])
    assert guard.check_link("http://127.0.0.1:8090/example").port == 8090
    assert guard.permits(ip_address("127.0.0.1"), 8090)
    for closed in (
        "http://127.0.0.1/",
        "http://127.0.0.1:8091/",
        "http://127.0.0.2:8090/",
        "http://[::1]:8090/",
    ):
        with pytest.raises(AddressRefusedError):
            guard.check_link(closed)
    assert not guard.permits(ip_address("127.0.0.1"), 8000)
    assert not guard.permits(ip_address("8.8.8.8"), 8090)
